-- What a book needs that several processes share.

-- House waybills that a batch has declared or, as long as it is not complete, may still declare: each once.
create table claim (
    house_waybill bytea primary key,        -- its UTF-8 bytes as the manifest has them
    batch varchar(40) not null
);
create index claim_batch on claim (batch);

-- Years of several carriers are looked through; a book of H2 is read from end to end.
create index assessed_house_waybill on assessed (house_waybill);
create index excepted_house_waybill on excepted (house_waybill);
create index slice_manifest on slice (manifest);
create index journal_entry_manifest on journal_entry (manifest);
create index posting_entry on posting (entry);
