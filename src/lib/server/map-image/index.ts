export { renderLocatorSvg, type LocatorPicture } from './locator';
export { renderOverviewSvg, type OverviewPicture } from './overview';
