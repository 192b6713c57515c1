-- How many documents an order may have; 0: any number.
alter table accounts add column most_documents int not null default 0 check (most_documents between 0 and 100000);
