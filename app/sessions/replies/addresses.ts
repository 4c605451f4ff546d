/** The page behind the links of a mail. @param say the answer that its link says */
export const addressOfReplyLink = (token: string, say?: string) =>
  `/reply/${token}${say ? `?say=${say}` : ''}`;
