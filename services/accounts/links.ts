/** What is put behind the product's address to make a link of an invitation, a new password or the set-up. */
export function invitationPath(token: string): string {
  return `/welcome/${token}`
}
