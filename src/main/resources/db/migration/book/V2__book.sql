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

-- What many assessments share, kept once.
create table declared (
    id integer generated always as identity primary key,
    regime varchar(8) not null,
    state varchar(8) not null,
    office varchar(8) not null,
    dataset varchar(16) not null,
    vat_scheme varchar(32) not null,
    category smallint not null,
    currency char(3) not null,
    unique (regime, state, office, dataset, vat_scheme, category, currency)
);

-- One row for each assessed consignment, narrow because there are millions a night: read it through the view `assessment`.
-- Amounts are ten-thousandths of the currency. Nothing but the key is indexed, and nothing refers to what is written once.
create table assessed (
    id bigint primary key,                  -- slice.id * 2^24 + place in the slice from 0, so that the order is the manifest's
    house_waybill varchar(35) not null,
    line bigint not null,
    declared integer not null,              -- declared.id
    intrinsic_value bigint not null,
    customs_value bigint not null,
    duty bigint not null,
    vat_base bigint,                        -- null where no VAT is charged at import
    vat bigint not null,
    fees bigint not null
);

-- What many exceptions share. Empty, and category 0, where it is not known.
create table ground (
    id integer generated always as identity primary key,
    outcome varchar(8) not null,            -- referred, rejected
    regime varchar(8) not null,
    state varchar(8) not null,
    dataset varchar(16) not null,           -- what has to be lodged instead
    category smallint not null,
    currency varchar(3) not null,
    reason varchar(40) not null,            -- the first finding's
    unique (outcome, regime, state, dataset, category, currency, reason)
);

-- One row for each referred or rejected record: read it through the view `exception_record`.
create table excepted (
    id bigint primary key,                  -- as assessed.id, from the same sequence of places
    house_waybill varchar(35),
    line bigint not null,
    ground integer not null,                -- ground.id
    intrinsic_value bigint                  -- ten-thousandths of the ground's currency
);

-- The assessed consignments as people read them. Amounts in `currency`.
create view assessment as
select a.id, a.house_waybill, a.line, d.regime, d.state, d.office, d.dataset, d.vat_scheme, d.category, d.currency,
       cast(a.intrinsic_value * 0.0001 as numeric(19, 4)) as intrinsic_value,
       cast(a.customs_value * 0.0001 as numeric(19, 4)) as customs_value,
       cast(a.duty * 0.0001 as numeric(19, 4)) as duty,
       cast(a.vat_base * 0.0001 as numeric(19, 4)) as vat_base,
       cast(a.vat * 0.0001 as numeric(19, 4)) as vat,
       cast(a.fees * 0.0001 as numeric(19, 4)) as fees
from assessed a
join declared d on d.id = a.declared;

-- The referred and rejected records likewise.
create view exception_record as
select e.id, g.outcome, e.house_waybill, e.line, nullif(g.regime, '') as regime, nullif(g.state, '') as state,
       nullif(g.dataset, '') as dataset, nullif(g.category, 0) as category, nullif(g.currency, '') as currency,
       cast(e.intrinsic_value * 0.0001 as numeric(19, 4)) as intrinsic_value, g.reason
from excepted e
join ground g on g.id = e.ground;

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
