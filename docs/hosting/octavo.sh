#!/bin/sh
# Octavo's commands on a server that runs it by octavo.service: sudo octavo --backup
# Goes to /usr/local/bin/octavo.
set -eu
set -a
. /etc/octavo.env
DATA_DIR=/var/lib/octavo
set +a
cd /opt/octavo
exec runuser --user octavo -- /usr/bin/node app/start.mjs "$@"
