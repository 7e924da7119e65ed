import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import fs from 'node:fs';
const stats={fsync:0,dir:0};
class F extends NodeFS{
  constructor(p){super(p);}
  async init(pg,opts){
    const r=await super.init(pg,opts);
    const root=this.rootDir;
    r.emscriptenOpts.preRun=[(mod)=>{ const N=mod.FS.filesystems.NODEFS; 
      N.stream_ops.fsync=(stream)=>{ if(stream.nfd){stats.fsync++; fs.fsyncSync(stream.nfd);} else {stats.dir++; const fd=fs.openSync(N.realPath(stream.node),'r'); try{fs.fsyncSync(fd)}finally{fs.closeSync(fd)} } return 0; };
      globalThis.hook?.(N,mod.FS);
    }, ...r.emscriptenOpts.preRun];
    return r;
  }
}
const flush=process.argv[2]==='on';
const dir='/tmp/exp/pg_'+process.argv[2];
fs.rmSync(dir,{recursive:true,force:true});
console.log(PGlite.defaultStartParams.join(' '));
const params=PGlite.defaultStartParams.filter(p=>p!=='-F');
{const d0=await PGlite.create(dir);await d0.close();}
let t=performance.now();
let db=await PGlite.create(flush?{fs:new F(dir),startParams:[...params,'-c','wal_sync_method=fsync']}:{dataDir:dir});
console.log('create',(performance.now()-t)|0,JSON.stringify(stats));
for (const s of ['fsync','wal_sync_method','full_page_writes','synchronous_commit','max_wal_size','checkpoint_timeout','wal_level','data_checksums','recovery_init_sync_method','min_wal_size','wal_recycle','wal_init_zero']) console.log(s,(await db.query('show '+s)).rows[0][s]);
await db.exec('create table t(id int primary key, x text)');
stats.fsync=stats.dir=0;t=performance.now();
for(let i=0;i<500;i++) await db.query('insert into t values($1,$2)',[i,'x'.repeat(200)]);
console.log('500 commits',(performance.now()-t)|0,JSON.stringify(stats));
t=performance.now();for(let i=0;i<500;i++) await db.query('select * from t where id=$1',[i]);console.log('500 reads',(performance.now()-t)|0,JSON.stringify(stats));
t=performance.now();
await db.exec(`insert into t select g, repeat('y',900) from generate_series(1000,90000) g`);
console.log('90MB',(performance.now()-t)|0,JSON.stringify(stats), fs.readdirSync(dir+'/pg_wal').length);
t=performance.now();await db.exec('checkpoint');console.log('ckpt',(performance.now()-t)|0,JSON.stringify(stats),fs.readdirSync(dir+'/pg_wal').length);
// kill and restart
if(process.argv[3]==='kill'){process.kill(process.pid,'SIGKILL')}
await db.close();
t=performance.now();db=await PGlite.create(flush?{fs:new F(dir),startParams:[...params,'-c','wal_sync_method=fsync']}:{dataDir:dir});console.log('reopen',(performance.now()-t)|0,JSON.stringify(stats));await db.close();
