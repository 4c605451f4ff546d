/** What an action answers when it refuses a form: what was typed, and the reasons by field name. */
export interface FormReply {
  /** as posted, nested by name (`agenda[0].title`); passwords are left out */
  values: Record<string, unknown>;
  /** '' holds the reasons that concern the form as a whole */
  errors: Record<string, string[]>;
}
