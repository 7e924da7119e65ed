import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import fs from 'node:fs';
let full=false, wrote=[];
class F extends NodeFS{
  async init(pg,opts){
    const r=await super.init(pg,opts);
    r.emscriptenOpts.preRun=[...r.emscriptenOpts.preRun,(mod)=>{ const FS=mod.FS; const N=FS.filesystems.NODEFS; 
      N.stream_ops.fsync=(stream)=>{ if(stream.nfd){ fs.fsyncSync(stream.nfd);} return 0; };
      const w=N.stream_ops.write;
      N.stream_ops.write=(s,b,o,l,p)=>{ if(full){ const p2=N.realPath(s.node); const size=fs.fstatSync(s.nfd).size; if(p+l>size || full==='all'){ wrote.push([p2.split('/').slice(-2).join('/'),p,l]); throw new FS.ErrnoError(51);} } return w(s,b,o,l,p)};
      const mk=N.node_ops.mknod;
      N.node_ops.mknod=(...a)=>{ if(full==='all'){wrote.push(['mknod',a[1]]); throw new FS.ErrnoError(51)} return mk(...a)};
    }];
    return r;
  }
}
const dir='/tmp/exp/pg_c'; fs.rmSync(dir,{recursive:true,force:true});
{const d0=await PGlite.create(dir);await d0.close();}
const params=PGlite.defaultStartParams.filter(p=>p!=='-F');
const open=()=>PGlite.create({fs:new F(dir),startParams:[...params,'-c','wal_sync_method=fsync','-c','max_wal_size=64MB','-c','min_wal_size=32MB',...process.argv.slice(2)]});
let db=await open();
await db.exec('create table t(id serial primary key, x text)');
for(let k=0;k<4;k++){ await db.exec(`insert into t(x) select repeat('y',900) from generate_series(1,40000) g`); console.log('wal files',fs.readdirSync(dir+'/pg_wal').length);}
const tryq=async(q)=>{try{const r=await db.query(q);return 'ok '+JSON.stringify(r.rows).slice(0,80)}catch(e){return 'ERR '+e.code+' '+e.severity+' '+e.name+' '+String(e.message).slice(0,150)}};
console.log('sleepish'); 
full=true;
for(let i=0;i<3;i++) console.log('insert small', await tryq(`insert into t(x) values('a') returning id`));
console.log('insert big', await tryq(`insert into t(x) select repeat('y',900) from generate_series(1,10000) g`));
console.log('wrote',wrote.slice(0,5),wrote.length); wrote=[];
console.log('read', await tryq('select count(*) from t'));
for(let i=0;i<40;i++){ const r=await tryq(`insert into t(x) select repeat('y',900) from generate_series(1,3) g returning id`); if(i%10==0||!r.startsWith('ok')) {console.log(i,r); if(i>20)break} }
console.log('update WAL only');
for(let i=0;i<3000;i++){ const r=await tryq(`update t set x=x||'' where id between 1 and 20`); if(!r.startsWith('ok')){console.log('WAL',i,r);break} }
console.log('wrote',wrote.slice(-3),wrote.length);
console.log('read', await tryq('select count(*) from t'));
full='all';
console.log('insert all', await tryq(`insert into t(x) values('a') returning id`));
console.log('read', await tryq('select count(*) from t'));
full=false;
console.log('insert again', await tryq(`insert into t(x) values('a') returning id`));
console.log('read', await tryq('select count(*) from t'));
console.log('count', await tryq(`select count(*) from t where x='a'`));
try{await db.close();}catch(e){console.log('close',e.message)}
try{db=await open(); console.log('reopened', await tryq('select count(*) from t')); console.log('count', await tryq(`select count(*) from t where x='a'`));await db.close()}catch(e){console.log('reopen',e.message)}
