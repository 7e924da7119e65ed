import { cards, count } from './support/home.ts';
import { expect, test } from './support/test.ts';

/** Addresses that no form makes, and what the page says about them. */
