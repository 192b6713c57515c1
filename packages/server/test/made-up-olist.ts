import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Orders that nobody ever placed, in the form of the Olist files: one for every status, every stage of cancellation and
 * every quirk. Ids tell what they are; as in the real files, some are quoted and some are bare.
 */
export const MADE_UP: Readonly<Record<string, string>> = {
  'olist_orders_dataset.csv': `"order_id","customer_id","order_status","order_purchase_timestamp","order_approved_at","order_delivered_carrier_date","order_delivered_customer_date","order_estimated_delivery_date"
"created",c01,created,2018-01-10 10:00:00,,,,2018-02-01 00:00:00
approved,c02,approved,2018-01-10 10:00:00,2018-01-10 10:05:00,,,2018-02-01 00:00:00
processing,c03,processing,2018-06-10 10:00:00,2018-06-10 10:05:00,,,2018-07-01 00:00:00
invoiced,c04,invoiced,2018-06-10 10:00:00,2018-06-10 10:05:00,,,2018-07-01 00:00:00
"invoiced-no-items",c05,invoiced,2018-06-10 10:00:00,2018-06-10 10:05:00,,,2018-07-01 00:00:00
shipped,c06,shipped,2018-06-10 10:00:00,2018-06-10 10:05:00,2018-06-12 09:00:00,,2018-07-01 00:00:00
shipped-no-items,c07,shipped,2018-06-10 10:00:00,2018-06-10 10:05:00,2018-06-12 09:00:00,,2018-07-01 00:00:00
delivered,c08,delivered,2018-06-10 10:00:00,2018-06-10 10:05:00,2018-06-12 09:00:00,2018-06-20 18:30:00,2018-07-01 00:00:00
delivered-interest,c09,delivered,2018-06-10 10:00:00,2018-06-10 10:05:00,2018-06-12 09:00:00,2018-06-20 18:30:00,2018-07-01 00:00:00
delivered-short,c10,delivered,2018-06-10 10:00:00,,2018-06-12 09:00:00,2018-06-20 18:30:00,2018-07-01 00:00:00
delivered-no-payment,c11,delivered,2018-06-10 10:00:00,2018-06-10 10:05:00,,,2018-07-01 00:00:00
delivered-backwards,c12,delivered,2018-02-17 23:30:00,2018-02-19 10:00:00,2018-02-16 09:00:00,2018-02-15 18:30:00,2018-03-01 00:00:00
canceled-returned,c13,canceled,2018-06-10 10:00:00,2018-06-10 10:05:00,2018-06-12 09:00:00,2018-06-20 18:30:00,2018-07-01 00:00:00
canceled-on-the-way,c14,canceled,2018-06-10 10:00:00,2018-06-10 10:05:00,2018-06-12 09:00:00,,2018-07-01 00:00:00
canceled-paid,c15,canceled,2018-06-10 10:00:00,2018-06-10 10:05:00,,,2018-07-01 00:00:00
canceled-never-paid,c16,canceled,2018-06-10 10:00:00,,,,2018-07-01 00:00:00
canceled-not-defined,c17,canceled,2018-06-10 10:00:00,,,,2018-07-01 00:00:00
unavailable,c18,unavailable,2018-06-10 10:00:00,2018-06-10 10:05:00,,,2018-07-01 00:00:00
unavailable-no-items,c19,unavailable,2018-06-10 10:00:00,2018-06-10 10:05:00,,,2018-07-01 00:00:00
`,
  'olist_order_items_dataset.csv': `"order_id","order_item_id","product_id","seller_id","shipping_limit_date","price","freight_value"
approved,1,tea,ana,2018-01-15 12:00:00,85.00,12.90
processing,1,tea,ana,2018-06-15 12:00:00,85.00,0.00
invoiced,1,cup,"bo",2018-06-15 12:00:00,0.85,15.10
shipped,1,cup,bo,2020-02-05 03:30:51,0.85,15.10
delivered,1,tea,ana,2018-06-16 12:00:00,85.00,12.90
delivered,2,cup,bo,2018-06-14 12:00:00,0.85,7.39
delivered,3,tea,ana,2018-06-16 12:00:00,85.00,12.90
delivered,4,tea,bo,2018-06-14 12:00:00,84.99,7.39
delivered-interest,1,tea,ana,2018-06-15 12:00:00,85.00,12.90
delivered-short,1,tea,ana,2018-06-15 12:00:00,85.00,12.90
delivered-no-payment,1,cup,bo,2018-06-15 12:00:00,0.85,2.00
delivered-backwards,1,cup,bo,2018-02-22 12:00:00,0.85,2.00
canceled-returned,1,tea,ana,2018-06-15 12:00:00,85.00,12.90
canceled-returned,2,tea,ana,2018-06-15 12:00:00,85.00,12.90
canceled-on-the-way,1,tea,ana,2018-06-15 12:00:00,85.00,12.90
canceled-paid,1,tea,ana,2018-06-15 12:00:00,85.00,12.90
unavailable,1,"pot",bo,2018-06-15 12:00:00,6735.00,409.68
`,
  'olist_order_payments_dataset.csv': `"order_id","payment_sequential","payment_type","payment_installments","payment_value"
created,1,boleto,1,137.62
approved,1,debit_card,1,97.90
processing,1,credit_card,24,85.00
invoiced,1,voucher,1,15.95
invoiced-no-items,1,credit_card,1,30.00
shipped,1,credit_card,0,15.95
shipped-no-items,1,credit_card,1,59.46
delivered,5,voucher,1,20.00
delivered,1,credit_card,3,276.42
delivered,2,voucher,1,0.00
delivered-interest,1,credit_card,10,108.11
delivered-short,1,credit_card,1,97.89
delivered-backwards,1,boleto,1,2.85
canceled-returned,2,credit_card,10,200.00
canceled-on-the-way,1,boleto,1,97.90
canceled-paid,1,credit_card,1,97.90
canceled-never-paid,1,boleto,1,61.10
canceled-not-defined,1,not_defined,1,0.00
unavailable,1,credit_card,1,7144.68
unavailable-no-items,1,credit_card,1,126.00
`,
  'olist_customers_dataset.csv': `"customer_id","customer_unique_id","customer_zip_code_prefix","customer_city","customer_state"
${Array.from({ length: 19 }, (_, index) => `c${String(index + 1).padStart(2, '0')},"person-${index % 7}","01${String(index).padStart(3, '0')}",são paulo,SP`).join('\n')}
`,
  'olist_products_dataset.csv': `"product_id","product_category_name","product_name_lenght"
tea,chas_e_ervas,42
cup,,
pot,pc_gamer,7
`,
  'product_category_name_translation.csv':
    '\uFEFFproduct_category_name,product_category_name_english\r\nchas_e_ervas,teas_and_herbs',
};

/** The files in a directory of their own, with some of them changed. */
export function writeOlist(changed: Readonly<Record<string, string>> = {}): { directory: string; remove: () => void } {
  const directory = mkdtempSync(join(tmpdir(), 'docket-olist-'));
  for (const [name, text] of Object.entries({ ...MADE_UP, ...changed })) writeFileSync(join(directory, name), text);
  return {
    directory,
    remove: () => {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
