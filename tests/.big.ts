import { connect } from '#db/database.server.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { fill } from './bench/fill.ts';
const url = 'postgres://postgres@127.0.0.1:5599/disc_big';
const { db, pool } = connect(url, 2); await migrateToLatest(db, pool); await db.destroy();
console.log(await fill(url, 400000)); process.exit(0);
