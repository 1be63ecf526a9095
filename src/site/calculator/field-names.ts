/** The name of the field for a meter's quantity in one request: `u.input_tokens`. */
export function usageField(meter: string): string {
  return `u.${meter}`;
}

/** The name of the field for a condition: `when.service_tier`. */
export function conditionField(key: string): string {
  return `when.${key}`;
}
