import { m } from '$lib/base/i18n/paraglide/messages.js';

/** Every text of MapLibre's own that a reader or a screen reader can meet here, in the language of the page. */
export function mapLocale(): Record<string, string> {
	return {
		'AttributionControl.ToggleAttribution': m.map_attribution_toggle(),
		'CooperativeGesturesHandler.MacHelpText': m.map_gestures_mac(),
		'CooperativeGesturesHandler.MobileHelpText': m.map_gestures_touch(),
		'CooperativeGesturesHandler.WindowsHelpText': m.map_gestures_wheel(),
		'Map.Title': m.map_title(),
		'NavigationControl.ZoomIn': m.map_zoom_in(),
		'NavigationControl.ZoomOut': m.map_zoom_out(),
		'Popup.Close': m.map_popup_close()
	};
}
