/**
 * The library of opening hours only knows the zone of the machine, and there an hour may be missing in the night that Belgium has
 * it. So it is asked while `Date` has no zone: its local fields are those of UTC, in which a wall time is kept.
 */

class WallDate extends Date {
	constructor(...fields: [] | [value: number | string | Date] | Parameters<typeof Date.UTC>) {
		if (fields.length > 1) super(Date.UTC(...(fields as Parameters<typeof Date.UTC>)));
		else if (fields.length === 1) super(fields[0]);
		else super();
	}
	override getFullYear() {
		return this.getUTCFullYear();
	}
	override getMonth() {
		return this.getUTCMonth();
	}
	override getDate() {
		return this.getUTCDate();
	}
	override getDay() {
		return this.getUTCDay();
	}
	override getHours() {
		return this.getUTCHours();
	}
	override getMinutes() {
		return this.getUTCMinutes();
	}
	override getTimezoneOffset() {
		return 0;
	}
	override setDate(day: number) {
		return this.setUTCDate(day);
	}
	override setHours(...fields: Parameters<Date['setUTCHours']>) {
		return this.setUTCHours(...fields);
	}
}

/** A wall time as the library has it, within `byWallClock`. */
export const libraryDate = (wall: number): Date => new WallDate(wall);

/**
 * @param ask asks the library, and nothing else: it waits for nothing
 * @throws what it throws
 */
export function byWallClock<Answer>(ask: () => Answer): Answer {
	const ofMachine = globalThis.Date;
	globalThis.Date = WallDate as unknown as DateConstructor;
	try {
		return ask();
	} finally {
		globalThis.Date = ofMachine;
	}
}
