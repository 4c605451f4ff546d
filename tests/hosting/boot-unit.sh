#!/bin/bash
# Boots a systemd of its own, which sees this machine's files through an overlay and changes none of
# them, and has it start docs/hosting/octavo.service. Called in namespaces of its own by systemd.ts:
#
#   boot-unit.sh FOLDER CHECKOUT UNIT SETTINGS NODE
set -eu
folder=$1 checkout=$2 unit=$3 settings=$4 node=$5

mount --make-rprivate /
mount -t tmpfs tmpfs "$folder"
mkdir "$folder/upper" "$folder/work" "$folder/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$folder/upper,workdir=$folder/work" "$folder/root"
cd "$folder/root"

mount -t proc proc proc
mount --bind proc/sys proc/sys
mount -o remount,ro,bind proc/sys
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
for place in run tmp dev opt; do mount -t tmpfs tmpfs $place; done
chmod 1777 tmp
for device in null zero random urandom full tty; do
  touch dev/$device
  mount --bind /dev/$device dev/$device
done
mkdir -m 1777 dev/shm
ln -s /proc/self/fd dev/fd
ln -s pts/ptmx dev/ptmx
: >etc/fstab

# What the guide has people do.
mkdir opt/octavo
mount --bind "$checkout" opt/octavo
cp "$unit" etc/systemd/system/octavo.service
cp "$settings" etc/octavo.env
install opt/octavo/docs/hosting/octavo.sh usr/local/bin/octavo
[ -e usr/bin/node ] || ln -s "$node" usr/bin/node
chroot . useradd --system --home-dir /var/lib/octavo --shell /usr/sbin/nologin octavo

# Nothing else than Octavo, and nothing that would speak to the machine itself.
cd etc/systemd/system
for other in systemd-{remount-fs,sysctl,modules-load,udevd,udev-trigger,random-seed}.service \
  systemd-udevd-{control,kernel}.socket postgresql.service; do
  ln -sf /dev/null $other
done
printf '[Unit]\nWants=octavo.service\nAllowIsolate=yes\n' >trial.target
cd ../../..

mkdir old
pivot_root . old
umount -l old
exec env -i container=other PATH=/usr/sbin:/usr/bin:/sbin:/bin \
  /lib/systemd/systemd --unit=trial.target --log-target=journal --show-status=no
