/** What somebody handed over of a conversation. */
export const addressOfReport = (report: number | string) => `/reports/${report}`;
