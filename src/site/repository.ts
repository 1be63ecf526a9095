/** Where the project's issues are kept, as RATECARD_REPOSITORY says; null where it says nothing. */
export const REPOSITORY_URL: string | null = read(process.env['RATECARD_REPOSITORY']);

function read(address: string | undefined): string | null {
  if (!address) return null;
  if (/^https?:\/\//.test(address) && URL.canParse(address)) return address;
  throw new Error(
    `RATECARD_REPOSITORY is "${address}"; expected the address of a repository, such as https://example.com/a/b`,
  );
}
