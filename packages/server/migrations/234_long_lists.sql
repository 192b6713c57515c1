-- Lists that were slow with a million rows, found by `explain` as the serving role.

-- Prices are found by the beginning of a SKU: a range needs an order by bytes, whatever the database's collation is.
alter table price_list_entries alter column sku type text collate "C";
