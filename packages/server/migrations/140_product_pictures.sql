-- A picture of a product: an https address, or a path of this server (one slash, so that no other host hides in it).
alter table products add column image_url text
  check (image_url ~ '^(https://|/[^/\\])' and length(image_url) <= 1000);
