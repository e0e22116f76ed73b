-- Who works on which slice while a batch is cleared by workers: memory of the run, like the job repository's own tables. Its
-- rows go when the batch ends; what was done, the journals say.
create table attempt (
    execution bigint primary key,           -- of the step, in the job repository
    batch varchar(40) not null,
    job bigint not null,                    -- execution of the job
    step varchar(16) not null,
    slice varchar(24) not null,
    state varchar(8) not null,              -- OPEN, TAKEN, DONE, FAILED, REFUSED, KEPT
    sent integer not null,                  -- how often it was sent; whoever comes with an older message is late
    attempt integer not null,               -- how often it was taken; whoever took it before the last is late
    worker varchar(60) not null,            -- who took it last; empty as long as nobody did
    records bigint not null,
    seen timestamp with time zone not null, -- when it last moved, by the database's clock
    exit_code integer not null,             -- of a failure that ends the night, 0 of one that ends a manifest
    said varchar(4000) not null             -- of a failure
);
create index attempt_batch on attempt (batch, step);
