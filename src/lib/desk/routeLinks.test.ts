import { describe, expect, it } from 'vitest';
import { routeLinks } from './routeLinks';
import { exampleDesk } from './desk.fixture';

const ANDROID = 'Mozilla/5.0 (Linux; Android 16; Pixel 9) Chrome/140.0 Mobile';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/150.0';

describe('the way to a desk', () => {
	it('opens the map of an Android phone at the desk, with its name', () => {
		const { device } = routeLinks(exampleDesk({ name: 'Loket (Kouter)' }), ANDROID);
		expect(device).toBe('geo:51.05,3.72?q=51.05%2C3.72(Loket%20%20Kouter%20)');
	});

	it('opens the map of an iPhone, which does not know geo: links', () => {
		expect(routeLinks(exampleDesk(), IPHONE).device).toBe('https://maps.apple.com/?daddr=51.05%2C3.72');
	});

	it('offers a computer no link that does nothing', () => {
		expect(routeLinks(exampleDesk(), WINDOWS).device).toBeNull();
		expect(routeLinks(exampleDesk(), '').device).toBeNull();
	});

	it('leads through OpenStreetMap on any device', () => {
		for (const userAgent of [ANDROID, IPHONE, WINDOWS]) {
			expect(routeLinks(exampleDesk(), userAgent).openStreetMap).toBe(
				'https://www.openstreetmap.org/directions?to=51.05%2C3.72'
			);
		}
	});

	it('goes by the address as long as nobody has set the pin', () => {
		const { device, openStreetMap } = routeLinks(exampleDesk({ locationApproximate: true }), ANDROID);
		expect(device).toBe('geo:0,0?q=Kouter%201%2C%209000%20Gent');
		expect(openStreetMap).toContain('to=Kouter%201%2C%209000%20Gent');
	});
});
