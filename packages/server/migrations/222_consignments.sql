-- Consignments: one shipment of several orders, with a history of its own in the same log (stream_kind 'consignment').

-- The folded state. It holds nothing about a person: where it goes and for whom, its orders know.
create table consignments (
  version         int   not null,
  state_schema    int   not null,
  account         text  not null,
  consignment_id  text  not null,
  hash            bytea not null, -- of the event that made this version
  state           text  not null, -- JSON
  primary key (account, consignment_id)
);
select protect('consignments', 'select, insert, update');

-- What lists show and find of them, made from the state.
create table consignment_list (
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  sent_at          timestamptz,
  cost             bigint,               -- minor units
  orders           int         not null,
  account          text        not null,
  consignment_id   text        not null,
  number           text        not null,
  status           text        not null,
  store            text        not null,
  currency         text        not null,
  carrier          text,
  tracking_number  text,
  primary key (account, consignment_id)
);
create index consignment_list_created on consignment_list (account, created_at, consignment_id);
create index consignment_list_status on consignment_list (account, status, created_at, consignment_id);
create index consignment_list_number on consignment_list (account, number);
create index consignment_list_tracking on consignment_list (account, tracking_number) where tracking_number is not null;
select protect('consignment_list', 'select, insert, update, delete');

-- Writes the consignments of a batch: rows {unit, account, id, expected, version, schema, hash (hex), state, row}, sorted by
-- account and id, where `expected` 0 says that it is new and `unit` whose fault it is. They are locked before everything that
-- commit_batch locks, so two batches meet in one order. A unit whose consignment has another version by now raises DK001.
create function apply_consignments(p_rows json) returns void
language plpgsql as $$
declare
  written bigint;
  wanted  bigint;
begin
  update consignments c
     set version = u.version, state_schema = u.schema, hash = decode(u.hash, 'hex'), state = u.state
    from json_to_recordset(p_rows)
         as u (account text, id text, expected int, version int, schema int, hash text, state text)
   where u.expected > 0 and c.account = u.account and c.consignment_id = u.id and c.version = u.expected;
  get diagnostics written = row_count;
  select count(*) into wanted from json_to_recordset(p_rows) as u (expected int) where u.expected > 0;
  if written < wanted then
    raise exception 'consignments have other versions' using errcode = 'DK001', detail = (
      select coalesce(json_agg(json_build_object('unit', u.unit, 'reason', 'version_conflict')), '[]')
        from json_to_recordset(p_rows) as u (unit int, account text, id text, expected int, hash text)
       where u.expected > 0
         and not exists (select from consignments c where c.account = u.account and c.consignment_id = u.id
                                                      and c.hash = decode(u.hash, 'hex')));
  end if;
  insert into consignments (version, state_schema, account, consignment_id, hash, state)
  select u.version, u.schema, u.account, u.id, decode(u.hash, 'hex'), u.state
    from json_to_recordset(p_rows)
         as u (account text, id text, expected int, version int, schema int, hash text, state text)
   where u.expected = 0;
  insert into consignment_list as l
  select r.* from json_to_recordset(p_rows) as u ("row" json)
   cross join lateral json_populate_record(null::consignment_list, u."row") as r
  on conflict (account, consignment_id) do update
     set updated_at = excluded.updated_at, sent_at = excluded.sent_at, cost = excluded.cost, orders = excluded.orders,
         status = excluded.status, carrier = excluded.carrier, tracking_number = excluded.tracking_number;
end $$;
