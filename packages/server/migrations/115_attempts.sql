-- Tries of shoppers are counted where those of staff are; what was counted lived for an hour at most.
drop table shopper_attempts;
