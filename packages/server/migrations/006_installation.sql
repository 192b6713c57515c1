-- What is true of the whole installation and belongs to no account. Only the owner reads and writes it.

create table installation (
  name   text not null primary key,
  value  text not null
);
