-- The book: an index of the slice journals. Rows are added, never changed or deleted.

create table batch (
    id varchar(40) primary key,
    accepted date not null,
    law_digest char(64) not null
);

create table manifest (
    id bigint primary key,                  -- given when it is received and kept with its journals
    batch varchar(40) not null references batch (id),
    ordinal integer not null,               -- its place in the batch, from 1
    number varchar(35) not null,            -- the carrier's number of the manifest
    file_name varchar(255) not null,
    digest char(64) not null,               -- SHA-256 of its unpacked bytes, so that a packed copy is the same manifest
    unique (batch, ordinal)
);
create index manifest_digest on manifest (digest);

-- A slice whose journal has been loaded, in the same transaction as its rows.
create table slice (
    id bigint primary key,                  -- manifest.id * 65536 + place in the manifest, from 0
    manifest bigint not null references manifest (id),
    records bigint not null,
    assessed bigint not null,
    referred bigint not null,
    rejected bigint not null
);

-- One row for each assessed consignment. Amounts in `currency`.
create table assessment (
    id bigint primary key,                  -- slice.id * 2^24 + place in the slice from 0, so that the order is the manifest's
    house_waybill varchar(35) not null,
    line bigint not null,
    regime varchar(8) not null,
    state varchar(8) not null,
    office varchar(8) not null,
    dataset varchar(16) not null,
    vat_scheme varchar(32) not null,
    category smallint not null,
    currency char(3) not null,
    intrinsic_value numeric(19, 4) not null,
    customs_value numeric(19, 4) not null,
    duty numeric(19, 4) not null,
    vat_base numeric(19, 4),                -- null where no VAT is charged at import
    vat numeric(19, 4) not null,
    fees numeric(19, 4) not null
);

-- One row for each referred or rejected record.
create table exception_record (
    id bigint primary key,                  -- as assessment.id, from the same sequence of places
    outcome varchar(8) not null,            -- referred, rejected
    house_waybill varchar(35),
    line bigint not null,
    regime varchar(8),
    state varchar(8),
    dataset varchar(16),                    -- what has to be lodged instead
    category smallint,
    currency char(3),
    intrinsic_value numeric(19, 4),
    reason varchar(40) not null             -- the first finding's
);

create table journal_entry (
    id bigint generated always as identity primary key,
    manifest bigint not null references manifest (id),
    narrative varchar(200) not null
);

-- Debits above zero, credits below; the postings of an entry sum to zero in each currency.
create table posting (
    id bigint generated always as identity primary key,
    entry bigint not null references journal_entry (id),
    account varchar(120) not null,          -- regime/state/dataset/VAT scheme/kind
    amount numeric(19, 4) not null,
    currency char(3) not null
);

-- A file that was published and will not change again.
create table published_file (
    batch varchar(40) not null references batch (id),
    name varchar(200) not null,
    manifest bigint,
    digest char(64) not null,
    bytes bigint not null,
    declarations bigint not null,           -- how many declarations it holds; 0 for other files
    primary key (batch, name)
);

-- A batch all of whose manifests were published, reconciled and reported. A batch without a row here is incomplete.
create table batch_end (
    batch varchar(40) primary key references batch (id),
    status varchar(16) not null             -- COMPLETED
);
