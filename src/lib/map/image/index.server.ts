export { renderLocatorSvg, type LocatorPicture } from './locator.server';
export { renderOverviewSvg, type OverviewPicture } from './overview.server';
