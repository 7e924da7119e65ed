import { inProcess } from './backends/inProcess.ts';
import { holdContract } from './contract.ts';

holdContract(inProcess);
