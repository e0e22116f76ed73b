-- An assessment that was taken back because a later batch corrected it: once at most, and for good. What it had posted is
-- posted once more with the signs turned, in the journal entry of the correcting manifest.
create table correction (
    original bigint primary key references assessed (id),
    successor bigint not null unique,       -- the assessment that took its place; loaded in the same transaction
    lrn varchar(35) not null,               -- local reference number of the first declaration
    reason varchar(3),                      -- customs' code, where one was given
    cancels boolean not null                -- the declaration is cancelled: the successor owes nothing and counts for nothing
);
