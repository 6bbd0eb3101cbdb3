/** What every number on the page is. */
export function WhatIsCounted() {
  return (
    <>
      <p>
        One record counts once, in the month in which what it tells of began. A record tells what somebody says happened: a number of records is not a number of events, and more records may mean more reporters. Few or none where nobody could observe say nothing about what
        happened.
      </p>
      <p>Counted is what stands published, unless the filters name other states. Numbers are of this moment and follow every correction; records that you may not read are in none of them.</p>
    </>
  );
}
