import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { createFileEngine, readCarrierFile, readPairs, readResultFile } from '../src/cli/measuring.ts';
import { createRecordPool } from '../src/usecases/rank-records.ts';
const engine = await createFileEngine(undefined);
const out: unknown[] = [];
for (const d of ['riverside','coast','city']) {
  const folder = fileURLToPath(new URL(`./judged/${d}`, import.meta.url));
  const carriers = await readCarrierFile(join(folder,'carriers.jsonl'));
  const results = await readResultFile(join(folder,'results.jsonl'));
  const pool = createRecordPool(engine,{carriers,results});
  for (const p of ['transfer','pilot'] as const) {
    const grades = await readPairs(join(folder,`qrels-${p}.csv`),'results');
    for (const r of results) {
      const { matches, noFit } = pool.carriersFor(r.id,p,24);
      const an=engine.analyseResult(r); out.push({d,p,id:r.id,asked:[...new Set(an.capabilities.filter((m:any)=>m.modality==='asked').map((m:any)=>m.code))],settled:an.capabilities.filter((m:any)=>m.modality==='done'||m.modality==='denied').map((m:any)=>m.code+m.modality),needed:[...new Set(an.conditions.filter((m:any)=>m.role==='needed').map((m:any)=>m.code))],sec:an.sectors.weights.slice(0,3),noFit:noFit?.reason??noFit, matches: matches.slice(0,24).map(m=>({c:m.carrierId,g:grades.get(r.id)?.get(m.carrierId)??0,s:m.score,a:m.affinity,v:m.verdict,comp:Object.fromEntries(m.components.map((c:any)=>[c.name,c.value])),lim:m.limits.filter((l:any)=>l.outcome!=='passed').map((l:any)=>`${l.code}:${l.outcome}:${l.factor}`)}))});
    }
  }
}
process.stdout.write(JSON.stringify(out));
