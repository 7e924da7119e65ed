export { boundsAround, resultFrame } from './boundaries.server';
export { locatorFrame, renderLocatorSvg, type LocatorPicture } from './locator.server';
export { locatorOf } from './locatorOf.server';
export { noPicture } from './noPicture.server';
export { renderOverviewSvg, type OverviewPicture } from './overview.server';
export { renderSharePng, type SharePicture } from './share.server';
export { surroundingsOf } from './surroundings.server';
