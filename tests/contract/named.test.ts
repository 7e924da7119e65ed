import { describe, it } from 'vitest';
import { named } from './backends/named.ts';
import { holdContract } from './contract.ts';

if (named) holdContract(named);
else describe('the Supabase that SUPABASE_URL names', () => it.skip('(none is named)', () => {}));
