/** For every decision: something to decide about, how each part of what is shown changes, and what must not happen then. */
import type { DecisionKind } from '../../src/lib/domain/access/decisions.ts';
import { decisionsOnDesks } from './decisionsOnDesks.ts';
import { decisionsOnPeople } from './decisionsOnPeople.ts';
import { toolsOn, type Ground, type Scenario } from './decisionTools.ts';

export function scenarios(ground: Ground): { [Kind in DecisionKind]: Scenario<Kind> } {
	const tools = toolsOn(ground);
	return { ...decisionsOnPeople(tools), ...decisionsOnDesks(tools) };
}
