import { fileURLToPath } from 'node:url';
import { createFileEngine, readCarrierFile, readResultFile } from '../src/cli/measuring.ts';
const engine = await createFileEngine(undefined);
const show=(x:any)=>x.conditions.map((c:any)=>`${c.code}/${c.role}/${c.span.field}/${c.span.quote}`).join(' || ');
for (const [d,ids] of [['riverside',['A-K06','A-R03','A-R24','A-R28']],['city',['C-K18','C-R16','C-R26','C-K19','C-R04','C-K22']],['coast',['B-R10','B-K14','B-R04','B-K22','B-R12','B-R11']]] as const) {
  const f=(n:string)=>fileURLToPath(new URL(`./judged/${d}/${n}.jsonl`, import.meta.url));
  for (const c of await readCarrierFile(f('carriers'))) if ((ids as readonly string[]).includes(c.id)) { const a=engine.analyseCarrier(c); console.log(c.id, show(a), a.capabilities.map((m:any)=>`${m.code}:${m.modality}:${m.bare?'bare':''}${m.provider??''}`).join(' '), JSON.stringify(a.sectors.weights.slice(0,4)), a.sectors.strength); }
  for (const c of await readResultFile(f('results'))) if ((ids as readonly string[]).includes(c.id)) { const a=engine.analyseResult(c); console.log(c.id, show(a), a.capabilities.map((m:any)=>`${m.code}:${m.modality}:${m.span.quote}`).join(' / '), JSON.stringify(a.sectors.weights.slice(0,4)), a.sectors.strength); }
}
