interface Job {
	name: string;
	after?: readonly string[];
	slots?: number;
}

/**
 * Runs jobs side by side in a number of slots, each after those that it waits for. Once one fails, no other is begun;
 * those under way are finished.
 * @param run does one; resolves to whether it went well
 * @returns the names of those that failed
 */
export async function inSlots<T extends Job>(
	jobs: readonly T[],
	slots: number,
	run: (job: T) => Promise<boolean>
): Promise<string[]> {
	const waiting = [...jobs];
	const underWay = new Set<Promise<void>>();
	const done = new Set<string>();
	const failed: string[] = [];
	let free = slots;

	const begin = (job: T) => {
		const takes = Math.min(job.slots ?? 1, slots);
		free -= takes;
		const work = run(job)
			.then((isFine) => void (isFine ? done.add(job.name) : failed.push(job.name)))
			.finally(() => {
				free += takes;
				underWay.delete(work);
			});
		underWay.add(work);
	};

	for (;;) {
		const next = waiting.findIndex(
			({ after = [], slots: takes = 1 }) =>
				Math.min(takes, slots) <= free && after.every((name) => done.has(name))
		);
		const [job] = failed.length === 0 && next >= 0 ? waiting.splice(next, 1) : [];
		if (job) begin(job);
		else if (underWay.size > 0) await Promise.race(underWay);
		else return failed;
	}
}
