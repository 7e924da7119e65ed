import { overHttp } from './backends/overHttp.ts';
import { holdContract } from './contract.ts';

holdContract(overHttp);
