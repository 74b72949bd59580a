/** Where the phone remembers which assessment was inspected last: an app that is opened without a network asks nobody. */
export const LAST_INSPECTED = 'mingheng.last-inspected'
