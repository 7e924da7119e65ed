/**
 * Loaded before everything else in each process of `npm run dump`: it is always the same moment, and time passes a
 * thousand times as slowly, so that two dumps differ in nothing but what the code says.
 */
const MOMENT = Date.UTC(2026, 10, 25, 9, 30);

const RealDate = Date;
const start = RealDate.now();
const now = () => Math.floor(MOMENT + (RealDate.now() - start) / 1_000);

globalThis.Date = new Proxy(RealDate, {
	construct: (target, values: [], newTarget): object =>
		Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
	apply: () => new RealDate(now()).toString(),
	get: (target, name, receiver): unknown => (name === 'now' ? now : Reflect.get(target, name, receiver))
});
