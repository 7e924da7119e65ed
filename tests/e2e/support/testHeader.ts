/** In which a site of the tests tells its database which test a question is of. */
export const TEST_HEADER = 'x-test-name';
/** Sent to a server of the tests, which answers with the milliseconds that its process has worked. */
export const HOW_MUCH_WORK = 'how much work';
