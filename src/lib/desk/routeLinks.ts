/** Ways to ask for the way: each opens something that is there, on the device or on the web. */
import { addressLine } from '$lib/domain/place/addressLine';
import type { VolunteerDesk } from '$lib/domain/directory/directory';

type Destination = Pick<
	VolunteerDesk,
	'name' | 'street' | 'postcode' | 'place' | 'lon' | 'lat' | 'locationApproximate'
>;

export interface RouteLinks {
	/** The map of the device itself; null where none is known to answer. */
	device: string | null;
	/** Works everywhere. */
	openStreetMap: string;
}

/**
 * A desk whose pin nobody has set yet is found by its address.
 * @param userAgent of the browser that asks: a `geo:` link does nothing on Apple's devices and on most computers
 */
export function routeLinks(desk: Destination, userAgent: string): RouteLinks {
	const address = addressLine(desk);
	const point = `${desk.lat},${desk.lon}`;
	const to = desk.locationApproximate ? address : point;
	return {
		device: deviceLink(desk, to, address, userAgent),
		openStreetMap: `https://www.openstreetmap.org/directions?to=${encodeURIComponent(to)}`
	};
}

function deviceLink(desk: Destination, to: string, address: string, userAgent: string): string | null {
	// iPads call themselves Macs, and Macs have the same map.
	if (/iPhone|iPad|Macintosh/.test(userAgent)) {
		return `https://maps.apple.com/?daddr=${encodeURIComponent(to)}`;
	}
	if (!/Android/.test(userAgent)) return null;
	if (desk.locationApproximate) return `geo:0,0?q=${encodeURIComponent(address)}`;
	return `geo:${to}?q=${encodeURIComponent(`${to}(${desk.name.replaceAll(/[()]/g, ' ')})`)}`;
}
