/** Where the tests stand: off UTC by hours and by minutes, so that a time without a zone that is read as local fails. */
export const TEST_ZONE = 'Asia/Kathmandu';
