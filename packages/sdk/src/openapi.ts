// Made from docs/reference/openapi.json by `npm run docs`.
export interface paths {
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is logged in */
        get: operations["getSession"];
        put?: never;
        /**
         * Log in
         * @description Sets the cookie of a new session; one that came with the request ends.
         */
        post: operations["logIn"];
        /** Log out */
        delete: operations["logOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/login-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one may log in here */
        get: operations["getLoginMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the person is logged in */
        get: operations["listOwnSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one session of the person */
        delete: operations["endOwnSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the password
         * @description Ends every session of the person and begins a new one.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a link mailed to set a new password
         * @description Answers the same whether there is such a person or not.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-reset/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password by the code of the link
         * @description Ends every session of the person; log in afterwards.
         */
        post: operations["confirmPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation
         * @description Sets the password of somebody new, checks that of somebody known, and begins a session.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find orders */
        get: operations["listOrders"];
        put?: never;
        /**
         * Place an order
         * @description Takes a new order: fills in what the catalogue knows, counts its money, starts its workflow and claims its stock. An order that names no payment is sold on account: it waits for none, and the whole total is due.
         *
         *     Sent by: staff, shopper, marketplace.
         *
         *     Refused with: `workflow_unknown`, `currency_unknown`, `too_many`, `nothing_to_sell`, `duplicate_id`, `reference_unknown`, `product_incomplete`, `gtin_invalid`, `shipping_method_unknown`, `date_out_of_range`, `amount_invalid`, `amount_too_large`, `discount_exceeds_value`, `negative_total`, `totals_mismatch`, `order_exists`, `external_id_taken`, `insufficient_stock`, `stock_not_counted`.
         */
        post: operations["place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an order, as it is or as it was */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        /**
         * Delete the order; it can be restored
         * @description Hides the order from lists; it can be restored, and nothing of it is lost.
         *
         *     Sent by: staff.
         *
         *     Refused with: `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        delete: operations["delete_order"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/placement/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a placement whose payment had not begun
         * @description Payment has begun: the order enters its workflow. Payments named now take the place of those placed.
         *
         *     Sent by: staff, shopper, payment provider.
         *
         *     Refused with: `placement_complete`, `order_cancelled`, `too_many`, `duplicate_id`, `amount_invalid`, `date_out_of_range`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["complete_placement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/payments/{paymentId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a payment is good
         * @description Says that a payment is good, wholly or for a smaller amount. The approval that completes the payments moves the order on and confirms its stock; money of a payment that is captured on approval counts as taken.
         *
         *     Sent by: staff, payment provider.
         *
         *     Refused with: `payment_not_found`, `payment_not_pending`, `amount_invalid`, `amount_exceeds_payment`, `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["approve_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/payments/{paymentId}/deny": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a payment failed
         * @description Says that a payment failed. Where the workflow says so, the order ends cancelled and gives back its stock.
         *
         *     Sent by: staff, payment provider.
         *
         *     Refused with: `payment_not_found`, `payment_not_pending`, `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["deny_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/payments/{paymentId}/notify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that the money of a payment has come in
         * @description Says that the money of a payment has come in: an approval in full, as a bank or a marketplace sends it.
         *
         *     Sent by: staff, payment provider.
         *
         *     Refused with: `payment_not_found`, `payment_not_pending`, `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["notify_payment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/cancellation/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to cancel; before handling this cancels at once
         * @description Asks to cancel. Before handling has begun the order is cancelled at once; later the request waits for the decision of the seller.
         *
         *     Sent by: staff, shopper, marketplace, seller.
         *
         *     Refused with: `cancellation_pending`, `order_invoiced`, `order_shipped`, `too_many`, `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["request_cancellation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/cancellation/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer the open cancellation request with yes
         * @description Answers the open cancellation request with yes: nothing is owed, nothing is held, what was taken goes back.
         *
         *     Sent by: staff, marketplace, seller.
         *
         *     Refused with: `cancellation_not_requested`, `order_shipped`, `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["confirm_cancellation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/cancellation/deny": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer the open cancellation request with no
         * @description Answers the open cancellation request with no: both sides go back to where they were.
         *
         *     Sent by: staff, seller.
         *
         *     Refused with: `cancellation_not_requested`, `cancellation_request_unknown`, `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["deny_cancellation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept a marketplace order, as its seller
         * @description The seller takes the order: the marketplace side stops waiting for it.
         *
         *     Sent by: staff, seller.
         *
         *     Refused with: `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["accept_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/authorise-fulfilment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release the order to its seller, as the marketplace
         * @description The marketplace releases the order to be fulfilled: it is paid there, so the claimed stock of the seller is confirmed.
         *
         *     Sent by: staff, marketplace.
         *
         *     Refused with: `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["authorise_fulfilment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/start-handling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to pick and pack
         * @description Somebody begins to pick and pack.
         *
         *     Sent by: staff, seller.
         *
         *     Refused with: `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["start_handling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record an invoice for the order or a part of it
         * @description Records a sales invoice. The invoice that brings the sum to the total of the order completes it; money authorised for capture on invoice is taken, and where the workflow says so the pieces leave the shelf. The same number with the same content again changes nothing.
         *
         *     Sent by: staff, seller.
         *
         *     Refused with: `invoice_exists`, `amount_invalid`, `invoice_exceeds_order`, `quantity_exceeds_ordered`, `package_exists`, `nothing_to_ship`, `date_out_of_range`, `reference_unknown`, `too_many`, `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["issue_invoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a package
         * @description A parcel leaves the house with all that is left, or with the items named. In workflows that ship without invoice this is what takes the pieces off the shelf.
         *
         *     Sent by: staff, seller.
         *
         *     Refused with: `package_exists`, `nothing_to_ship`, `quantity_exceeds_ordered`, `date_out_of_range`, `reference_unknown`, `too_many`, `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["send_package"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/packages/{packageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change carrier or tracking number of a package
         * @description Fills in what the carrier said later.
         *
         *     Sent by: staff, seller.
         *
         *     Refused with: `package_not_found`, `date_out_of_range`, `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        patch: operations["update_package"];
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/packages/{packageId}/tracking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add what the carrier says about a package
         * @description Adds what the carrier saw, and whether the parcel arrived. When it is the last one, the order has arrived.
         *
         *     Sent by: staff, seller, carrier.
         *
         *     Refused with: `package_not_found`, `package_delivered`, `date_out_of_range`, `too_many`, `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["track_package"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/delivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that everything has arrived
         * @description Everything arrived, with or without word from a carrier.
         *
         *     Sent by: staff, seller, carrier.
         *
         *     Refused with: `package_delivered`, `date_out_of_range`, `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["mark_delivered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/close-short": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send no more: give up what has not left the house
         * @description Sells no more of the order than was sent (or, where invoices decide, than was invoiced): the rest is cancelled with its share of discount, shipping, tax and adjustments, what was paid for it goes back, and what was authorised for it is given up.
         *
         *     Sent by: staff, seller.
         *
         *     Refused with: `nothing_to_ship`, `order_invoiced`, `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["close_short"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/return-invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a return invoice and give money back
         * @description Takes goods or value back after the sale and refunds over the payments that were captured, in proportion. Where the workflow invoices, the order must be wholly invoiced first. The same number with the same content again changes nothing.
         *
         *     Sent by: staff, seller.
         *
         *     Refused with: `return_before_invoice`, `invoice_exists`, `amount_invalid`, `return_exceeds_invoices`, `quantity_exceeds_invoiced`, `refund_exceeds_captured`, `date_out_of_range`, `reference_unknown`, `too_many`, `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["issue_return_invoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give money back without a return
         * @description Gives money back without goods. Money paid too much goes first; the rest is credited as goodwill. A full refund of an order that was paid and not sent ends it where its workflow says so.
         *
         *     Sent by: staff.
         *
         *     Refused with: `nothing_to_refund`, `amount_invalid`, `refund_exceeds_captured`, `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the label of an order in the free workflow
         * @description Gives a freely labelled order another label. What a label means is done with it: "paid" approves the payments that wait, "sent" sends what is left, "cancelled" ends the order. What stands against the meaning stands against the label.
         *
         *     Sent by: staff.
         *
         *     Refused with: `status_unknown`, `order_shipped`, `order_invoiced`, `placement_not_complete`, `order_cancelled`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["set_status"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a document of a type that the account made
         * @description Adds a document of a type that the account made, under the order or one of its documents. Its number comes from the series of the type unless one is sent.
         *
         *     Sent by: staff, seller.
         *
         *     Refused with: `document_type_unknown`, `too_many`, `parent_unknown`, `document_status_unknown`, `amount_invalid`, `document_exists`, `custom_field_invalid`, `order_forgotten`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["add_document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change such a document
         * @description Changes what is named of such a document: status, approval, amount, outer id, comment, fields. Null takes a value away; what is so already has no effect.
         *
         *     Sent by: staff, seller.
         *
         *     Refused with: `document_not_found`, `document_cancelled`, `document_type_unknown`, `document_status_unknown`, `document_status_forbidden`, `document_locked`, `amount_invalid`, `custom_field_invalid`, `order_forgotten`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        patch: operations["change_document"];
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/documents/{documentId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End such a document
         * @description Ends such a document. It stays where it is, and nothing of it changes any more.
         *
         *     Sent by: staff, seller.
         *
         *     Refused with: `document_not_found`, `order_forgotten`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["cancel_document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/custom-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set fields that the account defined for orders, lines and built-in documents
         * @description Sets fields that the account defined for orders, lines, payments, invoices, packages or return invoices. Null takes a value away; what is so already has no effect.
         *
         *     Sent by: staff, seller.
         *
         *     Refused with: `target_unknown`, `custom_field_invalid`, `order_forgotten`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        patch: operations["set_custom_fields"];
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a note
         * @description Adds a note for people. It decides nothing.
         *
         *     Sent by: staff, seller.
         *
         *     Refused with: `order_forgotten`, `too_many`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["add_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The log of an order with its hashes, to be proved elsewhere
         * @description JSON Lines: a header, then every event with the exact text that was hashed; personal parts stay encrypted. Amounts and the reasons that people typed stand in it, so it needs prices.view and personal.view too. /docs/verify-order-log.mjs proves it without a server.
         */
        get: operations["exportOrderLog"];
        put?: never;
        /**
         * Add an entry that another system makes
         * @description Adds an entry that another system makes. It decides nothing.
         *
         *     Sent by: staff, marketplace, seller, payment provider, carrier.
         *
         *     Refused with: `order_forgotten`, `too_many`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["add_log_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add and remove tags
         * @description Adds tags and removes others; what is so already has no effect.
         *
         *     Sent by: staff.
         *
         *     Refused with: `too_many`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["change_tags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/assignee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give the order to somebody
         * @description Gives the order to somebody, or takes it from whoever has it.
         *
         *     Sent by: staff.
         *
         *     Refused with: `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        put: operations["assign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a deleted order
         * @description Brings a deleted order back as it was.
         *
         *     Sent by: staff.
         *
         *     Refused with: `order_not_deleted`, `order_not_found`, `order_deleted`, `not_in_this_step`, `not_this_actor`, `version_conflict`, `idempotency_key_reused`.
         */
        post: operations["restore_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/previews/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at a preview again
         * @description As it was when it was made. Only the credential that made it finds it, for 15 minutes. Previews need prices.view.
         */
        get: operations["getPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/previews/{token}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Carry out what was previewed
         * @description Decides again, with the prices and ids of the preview and the time of now, and asks for the permission of the command. Where the effects are others than were shown, it is refused with `preview_outdated` and the difference. A token commits once: sent again, it answers what the first commit did.
         */
        post: operations["commitPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Place up to 100 orders
         * @description Each item is placed or refused by itself and answered as it would have been alone; the whole is answered with 200. Items are placed side by side, in no order. The body may have 16 MiB. There is no preview of it.
         */
        post: operations["placeOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find documents of one kind over all orders, newest first */
        get: operations["listDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders and money by day, status and channel
         * @description Of the orders that the caller may see. Days are those of UTC, by when the order was placed.
         */
        get: operations["getOrderStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export orders as CSV or JSON Lines
         * @description The rows of the list. What a key may not see is empty. Cells that a spreadsheet would take for a formula begin with an apostrophe. An export that fails on its way breaks the connection off.
         */
        get: operations["exportOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: own and shared ones, by position */
        get: operations["listViews"];
        put?: never;
        /** Save a view */
        post: operations["addView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/views/{viewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a view */
        get: operations["getView"];
        /**
         * Save a view anew
         * @description The shared view of another needs the permission settings.edit.
         */
        put: operations["changeView"];
        post?: never;
        /**
         * Remove a view
         * @description The shared view of another needs the permission settings.edit.
         */
        delete: operations["removeView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The history of an order: who did what, when and why, and what it changed */
        get: operations["listOrderEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is different between two versions of an order */
        get: operations["compareOrderVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The double-entry book of an order */
        get: operations["getOrderLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The five stages that the shopper sees, for each part that travels on its own */
        get: operations["getOrderTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/allowed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What may be asked of the order now, and if not, why */
        get: operations["getAllowed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow order changes live
         * @description Server-sent events. A stream ends after a quarter of an hour at most, and when the server stops; resume it from its last id.
         */
        get: operations["streamOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What holds for the whole account */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change some of it; new orders follow at once */
        patch: operations["changeAccount"];
        trace?: never;
    };
    "/api/v1/admin/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a further account of the installation, with its first key
         * @description For keys of the account that the installation was made with. Sent again with its Idempotency-Key within 7 days, the same request answers the same token, which lies encrypted under that key until then: take a key that nobody can guess.
         */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every workflow that orders may start in; the built-in ones on the first page */
        get: operations["listWorkflows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/workflows/{workflow}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One workflow with its tables, its draft, and what is wrong with that */
        get: operations["getWorkflow"];
        /** Write the draft, right or wrong: nothing uses it before it is published */
        put: operations["putWorkflow"];
        post?: never;
        /** Take a draft away that was never published */
        delete: operations["removeWorkflow"];
        options?: never;
        head?: never;
        /** Retire it, or let new orders start in it again */
        patch: operations["changeWorkflow"];
        trace?: never;
    };
    "/api/v1/admin/workflows/{workflow}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A published version, which orders may be pinned to */
        get: operations["getWorkflowVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/workflows/{workflow}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the draft the next version, for new orders; without a draft nothing changes */
        post: operations["publishWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/workflows/{workflow}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed it, newest first */
        get: operations["listWorkflowChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/document-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read document types */
        get: operations["listDocumentType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/document-types/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one */
        get: operations["getDocumentType"];
        /** Add it, or replace what is there */
        put: operations["putDocumentType"];
        post?: never;
        /** Take it away */
        delete: operations["removeDocumentType"];
        options?: never;
        head?: never;
        /** Change some of its fields */
        patch: operations["changeDocumentType"];
        trace?: never;
    };
    "/api/v1/admin/document-types/{type}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed it, newest first */
        get: operations["listDocumentTypeChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/custom-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read custom fields */
        get: operations["listCustomFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/custom-fields/{target}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one */
        get: operations["getCustomFields"];
        /** Add it, or replace what is there */
        put: operations["putCustomFields"];
        post?: never;
        /** Take it away */
        delete: operations["removeCustomFields"];
        options?: never;
        head?: never;
        /** Change some of its fields */
        patch: operations["changeCustomFields"];
        trace?: never;
    };
    "/api/v1/admin/custom-fields/{target}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed it, newest first */
        get: operations["listCustomFieldsChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read stores */
        get: operations["listStore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/stores/{store}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one */
        get: operations["getStore"];
        /** Add it, or replace what is there */
        put: operations["putStore"];
        post?: never;
        /** Take it away */
        delete: operations["removeStore"];
        options?: never;
        head?: never;
        /** Change some of its fields */
        patch: operations["changeStore"];
        trace?: never;
    };
    "/api/v1/admin/stores/{store}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed it, newest first */
        get: operations["listStoreChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read channels */
        get: operations["listChannel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/channels/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one */
        get: operations["getChannel"];
        /** Add it, or replace what is there */
        put: operations["putChannel"];
        post?: never;
        /** Take it away */
        delete: operations["removeChannel"];
        options?: never;
        head?: never;
        /** Change some of its fields */
        patch: operations["changeChannel"];
        trace?: never;
    };
    "/api/v1/admin/channels/{channel}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed it, newest first */
        get: operations["listChannelChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/stock-places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read stock places */
        get: operations["listStockPlace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/stock-places/{place}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one */
        get: operations["getStockPlace"];
        /** Add it, or replace what is there */
        put: operations["putStockPlace"];
        post?: never;
        /** Take it away */
        delete: operations["removeStockPlace"];
        options?: never;
        head?: never;
        /** Change some of its fields */
        patch: operations["changeStockPlace"];
        trace?: never;
    };
    "/api/v1/admin/stock-places/{place}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed it, newest first */
        get: operations["listStockPlaceChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read products */
        get: operations["listProduct"];
        put?: never;
        /**
         * Load products
         * @description Up to 1,000 rows; each takes the place of what was there under its key. All of them or none.
         */
        post: operations["loadProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/products/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one */
        get: operations["getProduct"];
        /** Add it, or replace what is there */
        put: operations["putProduct"];
        post?: never;
        /** Take it away */
        delete: operations["removeProduct"];
        options?: never;
        head?: never;
        /** Change some of its fields */
        patch: operations["changeProduct"];
        trace?: never;
    };
    "/api/v1/admin/products/{sku}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed it, newest first */
        get: operations["listProductChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/shipping-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read shipping methods */
        get: operations["listShippingMethod"];
        put?: never;
        /**
         * Load shipping methods
         * @description Up to 1,000 rows; each takes the place of what was there under its key. All of them or none.
         */
        post: operations["loadShippingMethod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/shipping-methods/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one */
        get: operations["getShippingMethod"];
        /** Add it, or replace what is there */
        put: operations["putShippingMethod"];
        post?: never;
        /** Take it away */
        delete: operations["removeShippingMethod"];
        options?: never;
        head?: never;
        /** Change some of its fields */
        patch: operations["changeShippingMethod"];
        trace?: never;
    };
    "/api/v1/admin/shipping-methods/{code}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed it, newest first */
        get: operations["listShippingMethodChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read customers */
        get: operations["listCustomer"];
        put?: never;
        /**
         * Load customers
         * @description Up to 1,000 rows; each takes the place of what was there under its key. All of them or none.
         */
        post: operations["loadCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/customers/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one */
        get: operations["getCustomer"];
        /** Add it, or replace what is there */
        put: operations["putCustomer"];
        post?: never;
        /** Refused: it is kept, and can be forgotten */
        delete: operations["removeCustomer"];
        options?: never;
        head?: never;
        /** Change some of its fields */
        patch: operations["changeCustomer"];
        trace?: never;
    };
    "/api/v1/admin/customers/{customerId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed it, newest first */
        get: operations["listCustomerChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read stock */
        get: operations["listStock"];
        put?: never;
        /**
         * Load stock
         * @description Up to 1,000 counts; each takes the place of the one before. All of them or none.
         */
        post: operations["loadStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/stock/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add pieces or take them away
         * @description Up to 1,000 differences, all of them or none. Repeating it adds again: send an Idempotency-Key, and a repeated request changes nothing.
         */
        post: operations["adjustStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/stock/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What moved the stock of a SKU at a place, newest first */
        get: operations["listStockMovements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/settings-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed which setting, newest first
         * @description Of the kinds that the caller may read; asked for one that it may not, it is refused.
         */
        get: operations["listSettingsChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is asking, and what it may do */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys of the account */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make a key
         * @description Docket names it. It may do nothing that the caller may not do. Sent again with its Idempotency-Key within 7 days, the same request answers the same token, which lies encrypted under that key until then: take a key that nobody can guess.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a key */
        get: operations["getKey"];
        put?: never;
        post?: never;
        /** Remove a key with its tokens */
        delete: operations["removeKey"];
        options?: never;
        head?: never;
        /** Change label, permissions, roles, scope or expiry of a key */
        patch: operations["changeKey"];
        trace?: never;
    };
    "/api/v1/admin/keys/{key}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a key a second token; the first stays good until it is revoked
         * @description Sent again with its Idempotency-Key within 7 days, the same request answers the same token, which lies encrypted under that key until then: take a key that nobody can guess.
         */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/keys/{key}/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke one token of a key */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/keys/{key}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed it, newest first */
        get: operations["listKeyChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Permissions that roles and keys may hold, and which of them the caller holds */
        get: operations["listPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles of the account */
        get: operations["listRoles"];
        put?: never;
        /** Make a role */
        post: operations["createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a role */
        get: operations["getRole"];
        put?: never;
        post?: never;
        /** Remove a role that nobody holds */
        delete: operations["removeRole"];
        options?: never;
        head?: never;
        /** Change the name or the permissions of a role, for all who hold it */
        patch: operations["changeRole"];
        trace?: never;
    };
    "/api/v1/admin/roles/{role}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed it, newest first */
        get: operations["listRoleChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: operations["listImports"];
        put?: never;
        /** Begin an import with its mapping; files follow */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import has come, and what became of it */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/imports/{importId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand an import to a worker */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/imports/{importId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an import; orders that it wrote stay */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/imports/{importId}/rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows that became no order, with the reason */
        get: operations["listRejectedRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/imports/{importId}/rejections/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as one file of JSON Lines */
        get: operations["downloadRejectedRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mails, newest first
         * @description A mail about an order is there for who may see the order; one about none, for who sees every order of the account. With a scope a page may hold fewer mails than its limit: `next` alone tells whether there are more.
         */
        get: operations["listMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mails/{mailId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a mail */
        get: operations["getMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mails/{mailId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a mail (once more), with all its tries */
        post: operations["resendMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks that failed, newest first, or those that wait */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/tasks/{taskId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a task that failed again, now, with all its tries */
        post: operations["retryTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works in the account, or is invited */
        get: operations["listUsers"];
        put?: never;
        /**
         * Invite somebody
         * @description Mails a link that is good for 7 days. Nobody gives roles or a scope beyond their own.
         */
        post: operations["inviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person */
        get: operations["getUser"];
        put?: never;
        post?: never;
        /**
         * Take a person out of the account
         * @description Ends their sessions. Of who works nowhere else nothing is kept but the id, which the log names.
         */
        delete: operations["removeUser"];
        options?: never;
        head?: never;
        /**
         * Change roles or scope
         * @description What is absent stays; a scope is replaced whole. It holds from the next request of the person on.
         */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/api/v1/admin/users/{userId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the login of a person, and end their sessions */
        post: operations["disableUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{userId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the login of a person again */
        post: operations["enableUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{userId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail the invitation once more, with a new link
         * @description The link before is of no use any more.
         */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{userId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed it, newest first */
        get: operations["listUserChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Feeds and hooks, with what waits in them */
        get: operations["listFeeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/feeds/{feed}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a feed */
        get: operations["getFeed"];
        /**
         * Make a feed or a hook, or set it up anew
         * @description Items that are there stay. Events that were not decided yet meet the new filter.
         */
        put: operations["putFeed"];
        post?: never;
        /** Remove a feed, with its items and deliveries */
        delete: operations["removeFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/feeds/{feed}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let nothing go out; items gather */
        post: operations["pauseFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/feeds/{feed}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on: what waited is tried again at once, with all its tries */
        post: operations["resumeFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/feeds/{feed}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message to a hook that is about no order, and tell how it was answered
         * @description Headers, signature and time limit are those of a delivery; nothing of it is kept.
         */
        post: operations["pingHook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/feeds/{feed}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give items out again, from a number on */
        post: operations["replayFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/feeds/{feed}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take items: of each order the first that is open */
        post: operations["takeItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/feeds/{feed}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Commit items that were taken */
        post: operations["commitItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/feeds/{feed}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items by number, whatever became of them */
        get: operations["listFeedItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/feeds/{feed}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every try to deliver, with the bytes that were sent and the answer */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/feed-tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether an expression is true of an order as it stands */
        post: operations["testExpression"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/forgettings/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would go if a person were forgotten
         * @description Changes nothing. Where nobody is known under the name, everything is 0.
         */
        post: operations["previewForgetting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/forgettings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget a person: destroy their keys, redact every copy
         * @description It cannot be undone. The keys are destroyed at once; orders are told 500 at a time: while `ordersLeft` is above 0 the same request goes on. Sent again, what is done stays done.
         */
        post: operations["forgetPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/guest-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The links that open this order now, newest first */
        get: operations["listGuestLinks"];
        put?: never;
        /**
         * Make a link that opens this order, and mail it on request
         * @description Sent again with its Idempotency-Key within 7 days, the same request answers the same token, which lies encrypted under that key until then: take a key that nobody can guess.
         */
        post: operations["makeGuestLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/orders/{orderId}/guest-links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a link: from now on it opens nothing */
        delete: operations["revokeGuestLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/imports/{importId}/files/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send a file of an import
         * @description The bytes of the file as application/octet-stream: CSV, JSON or JSON Lines, plain or gzip. A file of the same name is replaced.
         */
        put: operations["uploadImportFile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a code mailed
         * @description Answers the same, after the same work, whether the address is known or not.
         */
        post: operations["askForCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sign-in/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with the mailed code */
        post: operations["confirmSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["getShopperSession"];
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out everywhere */
        delete: operations["signOutEverywhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My orders, newest first */
        get: operations["listOwnOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The order as its buyer sees it */
        get: operations["getOwnOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/orders/{orderId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its five stages, for each part that travels on its own */
        get: operations["getOwnTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/orders/{orderId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to cancel; before handling this cancels at once */
        post: operations["cancelOwnOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/guest/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The order as its buyer sees it */
        get: operations["getGuestOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/guest/{token}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its five stages, for each part that travels on its own */
        get: operations["getGuestTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/guest/{token}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to cancel; before handling this cancels at once */
        post: operations["cancelGuestOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Address: {
            receiver?: string;
            street?: string;
            number?: string;
            complement?: string;
            neighbourhood?: string;
            city?: string;
            state?: string;
            postalCode?: string;
            /** @description ISO 3166 alpha-2, capitals. */
            country: string;
            phone?: string;
            reference?: string;
        };
        /** @description Who buys; every part may be left out. */
        BuyerInput: {
            email?: string | null;
            firstName?: string | null;
            lastName?: string | null;
            phone?: string | null;
            /** @description What `document` is: a tax number, an identity card. */
            documentType?: string | null;
            document?: string | null;
            company?: string | null;
            /** @description BCP 47, such as de-AT. */
            locale?: string | null;
        };
        OrderDiscount: {
            id: string;
            name: string;
            /** @description Minor units, ≥ 0; it lowers the order. */
            amount: number;
        };
        Adjustment: {
            id: string;
            /** @description Such as fee, rounding. */
            kind: string;
            name: string;
            /** @description Minor units, either sign. */
            amount: number;
        };
        PlacedLine: {
            /** @description Counted from 1 where absent. */
            id?: string;
            /** @description The stock keeping unit of the account. */
            sku: string;
            /** @description GTIN-8, -12, -13 or -14. */
            gtin?: string;
            /** @description The catalogue’s where absent. */
            name?: string;
            seller?: string;
            /** @description Pieces. */
            quantity: number;
            /** @description Thousandths: 500 sells half a unit of the measure per piece. */
            unitMultiplier?: number;
            /** @description Such as un, kg. */
            measurementUnit?: string;
            /** @description Millionths of the major unit: 1.50 EUR is 1500000. */
            listPriceMicros?: number;
            /** @description Millionths of the major unit; the catalogue’s where absent. */
            priceMicros?: number;
            /** @description Off each unit, in millionths of the major unit. */
            discountMicros?: number;
            /** @description Of the whole line, on top of the price, in minor units. */
            tax?: number;
            /** @description The first delivery where absent. */
            deliveryId?: string;
            /** @description Stock place; the product’s own where absent. */
            place?: string;
            /** @description Customisations, given back as they came. */
            attachments?: unknown;
        };
        PlacedDelivery: {
            id?: string;
            /** @enum {string} */
            type: "delivery" | "pickup";
            /** @description A shipping method of the account. */
            method?: string;
            /** @description Minor units; the shipping method’s where absent. */
            price?: number;
            pickupPoint?: string;
            /**
             * Format: date-time
             * @description A date-time of RFC 3339; kept in UTC.
             */
            promisedAt?: string;
            /**
             * Format: date-time
             * @description A date-time of RFC 3339; kept in UTC.
             */
            shipBy?: string;
            address?: components["schemas"]["Address"];
        };
        PlacedPayment: {
            id?: string;
            /** @description Such as card, pix, voucher. */
            method: string;
            /** @description Minor units: 12.34 EUR is 1234. */
            amount: number;
            installments?: number;
            /**
             * @description When the money is taken; the workflow’s rule where absent.
             * @enum {string}
             */
            capture?: "on_approval" | "on_invoice";
            brand?: string;
            /** @description Never the whole card number. */
            lastDigits?: string;
            transactionId?: string;
            /**
             * Format: date-time
             * @description A date-time of RFC 3339; kept in UTC.
             */
            dueAt?: string;
        };
        /**
         * @example {
         *       "currency": "EUR",
         *       "lines": [
         *         {
         *           "sku": "TEA-100",
         *           "name": "Assam, 100 g",
         *           "quantity": 2,
         *           "priceMicros": 5900000
         *         }
         *       ],
         *       "deliveries": [
         *         {
         *           "type": "delivery",
         *           "price": 490,
         *           "address": {
         *             "city": "Graz",
         *             "postalCode": "8010",
         *             "street": "Hauptplatz",
         *             "country": "AT"
         *           }
         *         }
         *       ],
         *       "payments": [
         *         {
         *           "method": "card",
         *           "amount": 1670
         *         }
         *       ],
         *       "buyer": {
         *         "email": "ana@example.com",
         *         "firstName": "Ana",
         *         "lastName": "Gruber"
         *       },
         *       "total": 1670
         *     }
         */
        PlaceOrder: {
            /** @description The selling place; where absent that of the channel, else the default of the account. */
            store?: string;
            /** @description Where the order came from; the default of the account where absent. */
            channel?: string;
            /** @description complete, simple, free, marketplace, fulfillment, or one of the account; its default where absent. */
            workflow?: string;
            /** @description ISO 4217, capitals. */
            currency: string;
            /**
             * @description How a line rounds; the setting of the account where absent.
             * @enum {string}
             */
            rounding?: "half_up" | "half_even" | "down";
            /** @description Ids that other systems gave this order, by source; each is unique in the account. */
            externalIds?: {
                [key: string]: string;
            };
            customerId?: string;
            buyer?: components["schemas"]["BuyerInput"];
            billingAddress?: components["schemas"]["Address"];
            /** @description Empty only where an adjustment carries the sum. */
            lines: components["schemas"]["PlacedLine"][];
            deliveries?: components["schemas"]["PlacedDelivery"][];
            /** @description On the order as a whole. */
            discounts?: components["schemas"]["OrderDiscount"][];
            adjustments?: components["schemas"]["Adjustment"][];
            payments?: components["schemas"]["PlacedPayment"][];
            /** @description What the sender thinks the order comes to, in minor units; refused where Docket counts otherwise. */
            total: number;
            totals?: {
                /** @description At list price. */
                items?: number;
                /** @description ≤ 0. */
                discounts?: number;
                /** @description ≥ 0. */
                shipping?: number;
                /** @description ≥ 0. */
                tax?: number;
                /** @description Either sign. */
                adjustments?: number;
            };
            /** @description True: payment has not begun; the order waits outside its workflow. */
            incomplete?: boolean;
            /** @description Seconds; the setting of the account where absent. */
            cancellationWindow?: number;
            /** @description Data of the account’s own, given back as it came; at most 32 levels deep. */
            custom?: Record<string, never>;
            /** @description Fields of an API dialect, by dialect. */
            attachments?: Record<string, never>;
            tags?: string[];
            note?: string;
            group?: {
                /** @description Such as 1480000500001. */
                id: string;
                position: number;
            };
            /** @description Such as 1480000500001-01. */
            fulfils?: string;
        };
        AddLogEntry: {
            source: string;
            message: string;
        };
        AddNote: {
            text: string;
        };
        ApprovePayment: {
            /** @description The whole payment where absent. */
            amount?: number;
        };
        Assign: {
            /** @description Null takes the order from whoever has it. */
            assignee: string | null;
        };
        ChangeTags: {
            add?: string[];
            remove?: string[];
        };
        CloseShort: {
            /** @description Free text for people; personal. */
            reason?: string;
        };
        CompletePlacement: {
            payments?: components["schemas"]["PlacedPayment"][];
        };
        ConfirmCancellation: {
            /** @description Free text for people; personal. */
            reason?: string;
        };
        DenyCancellation: {
            /** @description The open request where absent. */
            requestId?: string;
            /** @description Free text for people; personal. */
            reason?: string;
        };
        DenyPayment: {
            message?: string;
        };
        /**
         * @example {
         *       "number": "A-2026-17",
         *       "value": 1670,
         *       "package": {
         *         "carrier": "Post",
         *         "trackingNumber": "RR123"
         *       }
         *     }
         */
        IssueInvoice: {
            /** @description Unique in the order; the same invoice again is accepted without effect. */
            number: string;
            /** @description Minor units: 12.34 EUR is 1234. */
            value: number;
            items?: components["schemas"]["ItemQuantity"][];
            /**
             * Format: date-time
             * @description The time of the request where absent.
             */
            issuedAt?: string;
            /** @description Access key of the fiscal authority. */
            key?: string;
            /** Format: uri */
            url?: string;
            /** @description The parcel that this invoice travels with. */
            package?: {
                /** @description Given by Docket where absent. */
                packageId?: string;
                carrier?: string;
                trackingNumber?: string;
                /** Format: uri */
                trackingUrl?: string;
                /**
                 * Format: date-time
                 * @description A date-time of RFC 3339; kept in UTC.
                 */
                dispatchedAt?: string;
            };
        };
        IssueReturnInvoice: {
            /** @description Unique in the order. */
            number: string;
            /** @description Minor units: 12.34 EUR is 1234. */
            value: number;
            items?: components["schemas"]["ItemQuantity"][];
            /**
             * Format: date-time
             * @description The time of the request where absent.
             */
            issuedAt?: string;
            /** @description Access key of the fiscal authority. */
            key?: string;
            /** Format: uri */
            url?: string;
            /** @description Money given back; as much of the value as was captured and not yet refunded where absent. */
            refund?: number;
            /** @description True: the pieces go back on the shelf they came from. */
            restock?: boolean;
        };
        ItemQuantity: {
            lineId?: string;
            /** @description Instead of lineId: pieces come from the lines of this SKU that have any left, in order. */
            sku?: string;
            /** @description Pieces. */
            quantity: number;
        };
        MarkDelivered: {
            /**
             * Format: date-time
             * @description The time of the request where absent.
             */
            deliveredAt?: string;
        };
        Nothing: Record<string, never>;
        Refund: {
            /** @description All that was captured and not refunded where absent. */
            amount?: number;
            /** @description Free text for people; personal. */
            reason?: string;
        };
        RequestCancellation: {
            /** @description Free text for people; personal. */
            reason?: string;
            /** @description True: the buyer asked for it. */
            byBuyer?: boolean;
        };
        SendPackage: {
            /** @description Given by Docket where absent. */
            packageId?: string;
            /** @description Everything not yet sent where absent. */
            items?: components["schemas"]["ItemQuantity"][];
            /** @description The invoice that travels with it. */
            invoiceNumber?: string;
            /** @description Over the counter: hands out an order that nobody has begun to handle. */
            force?: boolean;
            carrier?: string;
            trackingNumber?: string;
            /** Format: uri */
            trackingUrl?: string;
            /**
             * Format: date-time
             * @description A date-time of RFC 3339; kept in UTC.
             */
            dispatchedAt?: string;
        };
        SetStatus: {
            status: string;
        };
        TrackPackage: {
            events?: {
                /**
                 * Format: date-time
                 * @description A date-time of RFC 3339; kept in UTC.
                 */
                at: string;
                city?: string;
                state?: string;
                description: string;
            }[];
            delivered?: boolean;
            /**
             * Format: date-time
             * @description The time of the request where absent.
             */
            deliveredAt?: string;
        };
        UpdatePackage: {
            carrier?: string;
            trackingNumber?: string;
            /** Format: uri */
            trackingUrl?: string;
            /**
             * Format: date-time
             * @description A date-time of RFC 3339; kept in UTC.
             */
            dispatchedAt?: string;
        };
        /** @description Filters and sort of the order list; those that may be repeated are lists. */
        OrderViewQuery: {
            /** @description Whole words, all of which must occur; a word that ends in * is the beginning of one. Without personal.view: whole numbers and codes alone. */
            q?: string;
            /** @description Steps of the orders' own workflows, such as ready-for-handling. Repeat the parameter for any of several. */
            status?: string[];
            /** @description The status in VTEX words. Repeat the parameter for any of several. */
            vtexStatus?: string[];
            /** @description The status in Orion words. Repeat the parameter for any of several. */
            orionStatus?: ("pending" | "processing" | "partially_shipped" | "shipped" | "delivered" | "cancelled" | "refunded")[];
            /** @description The status in Virto words. Repeat the parameter for any of several. */
            virtoStatus?: ("New" | "Not paid" | "Pending" | "Processing" | "Ready to send" | "Cancelled" | "Partially sent" | "Completed")[];
            /** @description Where the shopper sees the order. Repeat the parameter for any of several. */
            stage?: ("placing" | "paying" | "handling" | "handing_over" | "travelling" | "received" | "ended")[];
            /** @description Where the money stands. Repeat the parameter for any of several. */
            paymentState?: ("none" | "pending" | "authorised" | "partly_paid" | "paid" | "overpaid" | "partly_refunded" | "refunded" | "denied" | "cancelled")[];
            /** @description Where the goods are. Repeat the parameter for any of several. */
            shippingState?: ("none" | "partly_shipped" | "shipped" | "partly_delivered" | "delivered")[];
            /** @description Stores. Repeat the parameter for any of several. */
            store?: string[];
            /** @description Channels. Repeat the parameter for any of several. */
            channel?: string[];
            /** @description Marketplace, Fulfillment, Chain. Repeat the parameter for any of several. */
            origin?: string[];
            /** @description Workflows; compared order by order, so give a time with one that is rare. Repeat the parameter for any of several. */
            workflow?: string[];
            /** @description ISO 4217. Repeat the parameter for any of several. */
            currency?: string[];
            /** @description Groups: orders of one checkout. Repeat the parameter for any of several. */
            group?: string[];
            /**
             * Format: date-time
             * @description From this instant on.
             */
            createdFrom?: string;
            /**
             * Format: date-time
             * @description Before this instant.
             */
            createdTo?: string;
            /**
             * Format: date-time
             * @description From this instant on.
             */
            updatedFrom?: string;
            /**
             * Format: date-time
             * @description Before this instant.
             */
            updatedTo?: string;
            /**
             * Format: date-time
             * @description Orders whose earliest open deadline is at this instant or later.
             */
            dueFrom?: string;
            /**
             * Format: date-time
             * @description Orders whose earliest open deadline is before this instant.
             */
            dueTo?: string;
            /** @description Minor units, inclusive. */
            totalFrom?: number;
            /** @description Minor units, inclusive. */
            totalTo?: number;
            /** @description Customers. Repeat the parameter for any of several. */
            customerId?: string[];
            /** @description Of the buyer. Repeat the parameter for any of several. */
            email?: string[];
            /** @description Of any line. Repeat the parameter for any of several. */
            sku?: string[];
            /** @description Of any line, in any of its lengths. Repeat the parameter for any of several. */
            gtin?: string[];
            /** @description Of any line. Repeat the parameter for any of several. */
            seller?: string[];
            /** @description One of its tags. Repeat the parameter for any of several. */
            tag?: string[];
            /** @description Who has the order. Repeat the parameter for any of several. */
            assignee?: string[];
            /** @description The id that another system gave the order. Repeat the parameter for any of several. */
            externalId?: string[];
            /** @description Whose id `externalId` is, which is then compared exactly; of any source where absent. */
            externalSource?: string;
            hasNote?: boolean;
            /** @description True: the earliest open deadline is over. */
            late?: boolean;
            /**
             * @description true where absent: placements whose payment has not begun are hidden.
             * @enum {string}
             */
            complete?: "true" | "false" | "any";
            /**
             * @description false where absent.
             * @enum {string}
             */
            deleted?: "true" | "false" | "any";
            /**
             * @description created where absent; due shows only orders with an open deadline.
             * @enum {string}
             */
            sort?: "created" | "updated" | "total" | "due";
            /**
             * @description desc where absent, except for due.
             * @enum {string}
             */
            order?: "asc" | "desc";
        };
        ViewInput: {
            name: string;
            /** @description False where absent: its owner alone sees it. True: everybody who may read orders. */
            shared?: boolean;
            query: components["schemas"]["OrderViewQuery"];
            /** @description What a screen shows of each order, in order. */
            columns?: string[];
            /** @description Where a screen shows the view; 0 where absent. */
            position?: number;
        };
        NewImport: {
            /** @description A JSONata expression, as docs/how-to/import-history.md describes it. */
            mapping: string;
        };
        StockInput: {
            /** @description The stock keeping unit of the account. */
            sku: string;
            /** @description `main` where absent. */
            place?: string;
            /** @description Pieces on the shelf, those that orders hold included. */
            onHand: number;
        };
        StockAdjustmentInput: {
            /** @description The stock keeping unit of the account. */
            sku: string;
            /** @description `main` where absent. */
            place?: string;
            /** @description Pieces more, or fewer where negative. */
            delta: number;
            /** @description Stands in the ledger of stock. */
            reason: string;
        };
        StockAdjustments: {
            items: components["schemas"]["StockAdjustmentInput"][];
        };
        AccountPatch: {
            name?: string;
            /** @description Seconds in which a cancellation needs nobody’s consent, where an order does not say. */
            cancellationWindow?: number;
            /** @description Seconds that an order may wait for its payment to begin. */
            placementTimeout?: number;
            /** @description Of orders that name none. */
            defaultStore?: string;
            /** @description Of orders that name none. */
            defaultChannel?: string;
            /** @description Of orders that name none. */
            defaultWorkflow?: string;
            /**
             * @description How a line rounds, where an order does not say.
             * @enum {string}
             */
            rounding?: "half_up" | "half_even" | "down";
            /** @description The first is the account’s own. */
            languages?: string[];
            /** @description IANA, such as America/Sao_Paulo. */
            timeZone?: string;
            /** @description Template of displayed numbers, such as {year}-{sequence:6}; null: orders are known by their ids. */
            orderNumbers?: string | null;
        };
        NewAccount: {
            /** @description Small letters and digits; stands in every row of the account, and cannot be changed. */
            account: string;
            name: string;
        };
        WorkflowStep: {
            /**
             * @description passes: left by itself; waits: for a trigger; timer: for its timer; final: nothing more is expected.
             * @enum {string}
             */
            kind: "passes" | "waits" | "timer" | "final";
            /** @description What staff read. */
            label: string;
            /**
             * @description No change and no cancellation is accepted.
             * @enum {boolean}
             */
            locked?: true;
            /**
             * @description Remembers the step that one came from, for a way back.
             * @enum {boolean}
             */
            interrupts?: true;
            /** @description A step to go to, or a route: through steps to one, back to the step that was interrupted. */
            next?: string | {
                through?: string[];
                to: string;
                raises?: string;
            } | {
                through?: string[];
                /** @enum {boolean} */
                back: true;
                raises?: string;
            } | {
                asks: string;
                unanswered: string;
            } | {
                relays: string;
            };
            /** @description Moves by trigger: a fact such as payments_approved, or set:<step> by hand. */
            on?: {
                [key: string]: string | {
                    through?: string[];
                    to: string;
                    raises?: string;
                } | {
                    through?: string[];
                    /** @enum {boolean} */
                    back: true;
                    raises?: string;
                } | {
                    asks: string;
                    unanswered: string;
                } | {
                    relays: string;
                };
            };
            timer?: {
                /** @enum {string} */
                name: "cancellation_window" | "fulfilment_deadline" | "cancellation_deadline";
                /** @description Seconds, or the cancellation window of the order. */
                after: "cancellation_window" | number;
                /**
                 * @description deadline_over cancels the order.
                 * @enum {string}
                 */
                raises: "window_over" | "deadline_over";
            };
            /** @description Who may send which command in this step. */
            commands?: {
                complete_placement?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                approve_payment?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                deny_payment?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                notify_payment?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                request_cancellation?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                confirm_cancellation?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                deny_cancellation?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                accept_order?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                authorise_fulfilment?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                start_handling?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                issue_invoice?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                send_package?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                update_package?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                track_package?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                mark_delivered?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                issue_return_invoice?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                refund?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                close_short?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                set_status?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                add_document?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                change_document?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                cancel_document?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                set_custom_fields?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                add_note?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                add_log_entry?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                change_tags?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                assign?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                delete_order?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                restore_order?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                end_cancellation_window?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
                end_deadline?: ("staff" | "shopper" | "marketplace" | "seller" | "payment_provider" | "carrier" | "system")[];
            };
            flags?: {
                /**
                 * @description Nothing of the order will be sold.
                 * @enum {boolean}
                 */
                cancelled?: true;
                /**
                 * @description Set by hand, it approves the payments that wait.
                 * @enum {boolean}
                 */
                paid?: true;
                /**
                 * @description Set by hand, it sends what is left.
                 * @enum {boolean}
                 */
                sent?: true;
            };
        };
        WorkflowBody: {
            /** @enum {string} */
            domain: "Marketplace";
            start: string;
            stock: {
                /**
                 * @description When a claim becomes firm.
                 * @enum {string}
                 */
                confirmAt: "payments_approved" | "handling_started";
                /**
                 * @description What takes the pieces off the shelf.
                 * @enum {string}
                 */
                consumeAt: "invoice" | "package";
            };
            /**
             * @description When authorised money is taken.
             * @enum {string}
             */
            captureAt: "invoice" | "approval";
            /** @description Steps by name. */
            steps: {
                [key: string]: components["schemas"]["WorkflowStep"];
            };
        };
        WorkflowPatch: {
            /** @description True: no new order starts in it; those that did go on. */
            retired: boolean;
        };
        StoreBody: {
            name: string;
            /** @description ISO 4217; null: none of its own. */
            currency?: string | null;
            /** @description Empty: those of the account. */
            languages?: string[];
            /** @description IANA, such as America/Sao_Paulo. */
            timeZone?: string | null;
            /** @description False: takes no new orders. */
            active?: boolean;
            /** @description Template of displayed numbers, such as {year}-{sequence:6}; null: those of the account. */
            orderNumbers?: string | null;
        };
        StorePatch: {
            name?: string;
            /** @description ISO 4217; null: none of its own. */
            currency?: string | null;
            /** @description Empty: those of the account. */
            languages?: string[];
            /** @description IANA, such as America/Sao_Paulo. */
            timeZone?: string | null;
            /** @description False: takes no new orders. */
            active?: boolean;
            /** @description Template of displayed numbers, such as {year}-{sequence:6}; null: those of the account. */
            orderNumbers?: string | null;
        };
        ChannelBody: {
            name: string;
            /** @enum {string} */
            kind?: "shop" | "marketplace" | "point_of_sale" | "phone" | "other";
            /** @description Its orders belong to this store; null: to the one that they name. */
            store?: string | null;
            /** @description False: takes no new orders. */
            active?: boolean;
        };
        ChannelPatch: {
            name?: string;
            /** @enum {string} */
            kind?: "shop" | "marketplace" | "point_of_sale" | "phone" | "other";
            /** @description Its orders belong to this store; null: to the one that they name. */
            store?: string | null;
            /** @description False: takes no new orders. */
            active?: boolean;
        };
        StockPlaceBody: {
            name: string;
            /** @description False: new orders claim nothing here. */
            active?: boolean;
            address?: {
                street?: string;
                city?: string;
                state?: string;
                postalCode?: string;
                /** @description ISO 3166 alpha-2, capitals. */
                country: string;
            } | null;
        };
        StockPlacePatch: {
            name?: string;
            /** @description False: new orders claim nothing here. */
            active?: boolean;
            address?: {
                street?: string;
                city?: string;
                state?: string;
                postalCode?: string;
                /** @description ISO 3166 alpha-2, capitals. */
                country: string;
            } | null;
        };
        ProductInput: {
            /** @description The stock keeping unit of the account. */
            sku: string;
            /** @description GTIN-8, -12, -13 or -14. */
            gtin?: string | null;
            name: string;
            /** @description Millionths of the major unit: 1.50 EUR is 1500000. */
            priceMicros?: number | null;
            /** @description Of the price; needed with it. */
            currency?: string | null;
            /** @description True where absent: orders claim its pieces from stock. */
            counted?: boolean;
            /** @description Where its pieces lie; `main` where absent. */
            place?: string;
            /** @description A picture of it: an https address, or a path of this server. */
            imageUrl?: string | null;
        };
        ProductBody: {
            /** @description GTIN-8, -12, -13 or -14. */
            gtin?: string | null;
            name: string;
            /** @description Millionths of the major unit: 1.50 EUR is 1500000. */
            priceMicros?: number | null;
            /** @description Of the price; needed with it. */
            currency?: string | null;
            /** @description True where absent: orders claim its pieces from stock. */
            counted?: boolean;
            /** @description Where its pieces lie; `main` where absent. */
            place?: string;
            /** @description A picture of it: an https address, or a path of this server. */
            imageUrl?: string | null;
        };
        ProductPatch: {
            /** @description GTIN-8, -12, -13 or -14. */
            gtin?: string | null;
            name?: string;
            /** @description Millionths of the major unit: 1.50 EUR is 1500000. */
            priceMicros?: number | null;
            /** @description Of the price; needed with it. */
            currency?: string | null;
            /** @description True where absent: orders claim its pieces from stock. */
            counted?: boolean;
            /** @description Where its pieces lie; `main` where absent. */
            place?: string;
            /** @description A picture of it: an https address, or a path of this server. */
            imageUrl?: string | null;
        };
        ShippingMethodInput: {
            code: string;
            name: string;
            /** @description Minor units: 12.34 EUR is 1234. */
            price: number;
            /** @description ISO 4217. */
            currency: string;
        };
        ShippingMethodBody: {
            name: string;
            /** @description Minor units: 12.34 EUR is 1234. */
            price: number;
            /** @description ISO 4217. */
            currency: string;
        };
        ShippingMethodPatch: {
            name?: string;
            /** @description Minor units: 12.34 EUR is 1234. */
            price?: number;
            /** @description ISO 4217. */
            currency?: string;
        };
        CustomerInput: {
            customerId: string;
            email?: string | null;
            firstName?: string | null;
            lastName?: string | null;
            phone?: string | null;
            document?: string | null;
            company?: string | null;
            locale?: string | null;
        };
        CustomerBody: {
            email?: string | null;
            firstName?: string | null;
            lastName?: string | null;
            phone?: string | null;
            document?: string | null;
            company?: string | null;
            locale?: string | null;
        };
        CustomerPatch: {
            email?: string | null;
            firstName?: string | null;
            lastName?: string | null;
            phone?: string | null;
            document?: string | null;
            company?: string | null;
            locale?: string | null;
        };
        DocumentTypeBody: {
            /** @description What one is called, by language. */
            labels: {
                [key: string]: string;
            };
            /** @description Template of their numbers, with {sequence}: WA-{year}-{sequence:5}. null: number of the order and a count. */
            numbers?: string | null;
            /** @description What they may hang under: order, payment, invoice, package, return_invoice, or another type. */
            parents?: string[];
            /** @description A new document gets the first one. */
            statuses?: {
                /** @description a-z, 0-9 and _. */
                status: string;
                /** @description What people read. */
                labels: {
                    [key: string]: string;
                };
                /** @description True: nothing of the document can be changed in it but the status. */
                locks: boolean;
            }[];
            /** @description Where each status may go; null: from any to any. */
            moves?: {
                [key: string]: string[];
            } | null;
            /** @description A JSON Schema of an object: properties of type string, integer, number, boolean, or array of strings, with enum, lengths, bounds and format; x-labels, x-section, x-listed and x-personal say how a form shows a field and whether it belongs to the person. */
            fields?: Record<string, never>;
            /** @description That an order may have; null: 1,000. */
            most?: number | null;
            /** @description False: no new ones are made. */
            active?: boolean;
        };
        DocumentTypePatch: {
            /** @description What one is called, by language. */
            labels?: {
                [key: string]: string;
            };
            /** @description Template of their numbers, with {sequence}: WA-{year}-{sequence:5}. null: number of the order and a count. */
            numbers?: string | null;
            /** @description What they may hang under: order, payment, invoice, package, return_invoice, or another type. */
            parents?: string[];
            /** @description A new document gets the first one. */
            statuses?: {
                /** @description a-z, 0-9 and _. */
                status: string;
                /** @description What people read. */
                labels: {
                    [key: string]: string;
                };
                /** @description True: nothing of the document can be changed in it but the status. */
                locks: boolean;
            }[];
            /** @description Where each status may go; null: from any to any. */
            moves?: {
                [key: string]: string[];
            } | null;
            /** @description A JSON Schema of an object: properties of type string, integer, number, boolean, or array of strings, with enum, lengths, bounds and format; x-labels, x-section, x-listed and x-personal say how a form shows a field and whether it belongs to the person. */
            fields?: Record<string, never>;
            /** @description That an order may have; null: 1,000. */
            most?: number | null;
            /** @description False: no new ones are made. */
            active?: boolean;
        };
        CustomFieldsBody: {
            /** @description A JSON Schema of an object: properties of type string, integer, number, boolean, or array of strings, with enum, lengths, bounds and format; x-labels, x-section, x-listed and x-personal say how a form shows a field and whether it belongs to the person. */
            fields: Record<string, never>;
        };
        CustomFieldsPatch: {
            /** @description A JSON Schema of an object: properties of type string, integer, number, boolean, or array of strings, with enum, lengths, bounds and format; x-labels, x-section, x-listed and x-personal say how a form shows a field and whether it belongs to the person. */
            fields?: Record<string, never>;
        };
        Login: {
            /** @description As people write it; case and blanks around it do not matter. */
            email: string;
            /** @description Of the person. */
            password: string;
        };
        ChangePassword: {
            /** @description The present one. */
            current: string;
            /** @description 12 to 256 characters; the same however the keyboard composes them. */
            password: string;
        };
        RequestPasswordReset: {
            /** @description As people write it; case and blanks around it do not matter. */
            email: string;
        };
        ConfirmPasswordReset: {
            /** @description The last part of the link in the mail. */
            code: string;
            /** @description 12 to 256 characters; the same however the keyboard composes them. */
            password: string;
        };
        AcceptInvitation: {
            /** @description The last part of the link in the mail. */
            code: string;
            /** @description A new one; of somebody who works for another account here, the one they have. */
            password: string;
            /** @description How colleagues see the person. */
            name?: string;
            /** @description Such as pt-BR. */
            locale?: string;
        };
        UserScopeInput: {
            /** @description Orders of these stores alone; null or absent: of all. */
            stores?: string[] | null;
            /** @description Orders of which this seller has a line; null or absent: all. */
            seller?: string | null;
            /** @description Only orders that are assigned to the person. */
            own?: boolean;
        };
        InviteUser: {
            /** @description One bare address. */
            email: string;
            /** @description What the person may do is what these give together. */
            roles: string[];
            scope?: components["schemas"]["UserScopeInput"];
            /** @description Of the mail, such as pt-BR; English where absent. */
            locale?: string;
        };
        ChangeUser: {
            /** @description What the person may do is what these give together. */
            roles?: string[];
            scope?: components["schemas"]["UserScopeInput"];
        };
        /** @description A key may do what its permissions and its roles say together. */
        NewKey: {
            /** @description What it is for. */
            label: string;
            /** @description Names of the reference of permissions, or * for all. */
            permissions?: ("orders.view" | "orders.export" | "orders.place" | "orders.edit" | "orders.invoice" | "orders.ship" | "orders.cancel" | "orders.refund" | "orders.share" | "orders.delete" | "prices.view" | "personal.view" | "personal.forget" | "orders.represent" | "access.view" | "access.edit" | "settings.view" | "settings.edit" | "accounts.edit" | "catalogue.view" | "catalogue.edit" | "stock.view" | "stock.edit" | "customers.view" | "customers.edit" | "shipping.view" | "shipping.edit" | "users.view" | "users.edit" | "imports.view" | "imports.edit" | "mails.view" | "mails.edit" | "tasks.view" | "tasks.edit" | "feeds.view" | "feeds.edit" | "feeds.take" | "mails.secrets" | "*")[];
            roles?: string[];
            /** @description All of it must hold. What is left out restricts nothing. */
            scope?: {
                /** @description Null: of all stores. */
                stores?: string[] | null;
                /** @description Orders of which this seller has a line; null: of any. */
                seller?: string | null;
                /** @description True: only orders that are assigned to the holder. */
                own?: boolean;
            };
            /** @description Null: it does not expire. */
            expiresAt?: string | null;
        };
        /** @description What is left out stays; a scope is replaced as a whole. */
        KeyChanges: {
            label?: string;
            /** @description Names of the reference of permissions, or * for all. */
            permissions?: ("orders.view" | "orders.export" | "orders.place" | "orders.edit" | "orders.invoice" | "orders.ship" | "orders.cancel" | "orders.refund" | "orders.share" | "orders.delete" | "prices.view" | "personal.view" | "personal.forget" | "orders.represent" | "access.view" | "access.edit" | "settings.view" | "settings.edit" | "accounts.edit" | "catalogue.view" | "catalogue.edit" | "stock.view" | "stock.edit" | "customers.view" | "customers.edit" | "shipping.view" | "shipping.edit" | "users.view" | "users.edit" | "imports.view" | "imports.edit" | "mails.view" | "mails.edit" | "tasks.view" | "tasks.edit" | "feeds.view" | "feeds.edit" | "feeds.take" | "mails.secrets" | "*")[];
            roles?: string[];
            /** @description All of it must hold. What is left out restricts nothing. */
            scope?: {
                /** @description Null: of all stores. */
                stores?: string[] | null;
                /** @description Orders of which this seller has a line; null: of any. */
                seller?: string | null;
                /** @description True: only orders that are assigned to the holder. */
                own?: boolean;
            };
            /** @description Null: it does not expire. */
            expiresAt?: string | null;
        };
        NewRole: {
            /** @description Such as night-shift. */
            role: string;
            name: string;
            /** @description Names of the reference of permissions, or * for all. */
            permissions: ("orders.view" | "orders.export" | "orders.place" | "orders.edit" | "orders.invoice" | "orders.ship" | "orders.cancel" | "orders.refund" | "orders.share" | "orders.delete" | "prices.view" | "personal.view" | "personal.forget" | "orders.represent" | "access.view" | "access.edit" | "settings.view" | "settings.edit" | "accounts.edit" | "catalogue.view" | "catalogue.edit" | "stock.view" | "stock.edit" | "customers.view" | "customers.edit" | "shipping.view" | "shipping.edit" | "users.view" | "users.edit" | "imports.view" | "imports.edit" | "mails.view" | "mails.edit" | "tasks.view" | "tasks.edit" | "feeds.view" | "feeds.edit" | "feeds.take" | "mails.secrets" | "*")[];
        };
        /** @description What is left out stays. */
        RoleChanges: {
            name?: string;
            /** @description Names of the reference of permissions, or * for all. */
            permissions?: ("orders.view" | "orders.export" | "orders.place" | "orders.edit" | "orders.invoice" | "orders.ship" | "orders.cancel" | "orders.refund" | "orders.share" | "orders.delete" | "prices.view" | "personal.view" | "personal.forget" | "orders.represent" | "access.view" | "access.edit" | "settings.view" | "settings.edit" | "accounts.edit" | "catalogue.view" | "catalogue.edit" | "stock.view" | "stock.edit" | "customers.view" | "customers.edit" | "shipping.view" | "shipping.edit" | "users.view" | "users.edit" | "imports.view" | "imports.edit" | "mails.view" | "mails.edit" | "tasks.view" | "tasks.edit" | "feeds.view" | "feeds.edit" | "feeds.take" | "mails.secrets" | "*")[];
        };
        AskForCode: {
            /** @description The shop; the header Docket-Account or the account `default` where absent. */
            account?: string;
            /** @description One mail address, without a name. */
            email: string;
            /** @description Of the mail. */
            locale?: string;
        };
        ConfirmSignIn: {
            /** @description The shop; the header Docket-Account or the account `default` where absent. */
            account?: string;
            /** @description One mail address, without a name. */
            email: string;
            /** @description As it stands in the mail; blanks do not count. */
            code: string;
            /** @description True: the token goes into a cookie that no script can read, and not into the answer. */
            cookie?: boolean;
        };
        CancelOwnOrder: {
            reason?: string;
        };
        MakeGuestLink: {
            /** @description How long it is good; 30 where absent. */
            days?: number;
            /** @description True: it is mailed to the buyer. */
            mail?: boolean;
        };
        FeedInput: {
            name: string;
            /** @description statuses belong to the type status, expression and everyMatch to the type order, which needs an expression. */
            filter: {
                /**
                 * @description status: steps that orders take. order: changes that make an expression true.
                 * @enum {string}
                 */
                type: "status" | "order";
                /** @description Of a filter of status; all of them where empty or absent. */
                statuses?: string[];
                /** @description JSONata over the order after each of its events. */
                expression?: string;
                /** @description False where absent: an order enters once, the first time it matches. */
                everyMatch?: boolean;
                /**
                 * @description What the expression reads: the order as this API shows it, or as the VTEX dialect does. Of a filter of status: whose words the statuses are; of a workflow that VTEX does not know, vtex tells its word for the order.
                 * @enum {string}
                 */
                document?: "docket" | "vtex";
            };
            /** @description How long an item that was taken is hidden; 30 where absent. */
            hiddenSeconds?: number;
            /** @description How long an item can be replayed after it was committed or delivered; four days where absent. What is neither stays. */
            retentionSeconds?: number;
            /** @description Docket delivers the items there. Headers and secret that are left out are none. */
            hook?: {
                /** @description Begins with https://, and lies in no private network. */
                url: string;
                /** @description Sent with every delivery. */
                headers?: {
                    [key: string]: string;
                };
                /** @description Base64; signs deliveries in the way of Standard Webhooks. Never shown again. */
                secret?: string;
            };
            /** @description Only when it is made: events after this position enter it; from now on where absent. */
            from?: number;
        };
        FeedTest: {
            expression: string;
            /** @enum {string} */
            document?: "docket" | "vtex";
            orderId: string;
        };
        FeedCommit: {
            handles: string[];
        };
        FeedReplay: {
            /** @description The number of the first item that is given out again. */
            from: number;
        };
        FeedPause: {
            /** @description Shown beside the feed. */
            reason: string;
        };
        /** @description By exactly one of these. */
        PersonToForget: {
            /** @description The person by customer id. */
            customerId?: string;
            /** @description The person by the mail address that they ordered with as a guest; case and blanks do not matter. */
            email?: string;
            /** @description The person behind one order that names neither. */
            orderId?: string;
        };
        /** @description The person by exactly one name, and why. */
        ForgetPerson: {
            /** @description The person by customer id. */
            customerId?: string;
            /** @description The person by the mail address that they ordered with as a guest; case and blanks do not matter. */
            email?: string;
            /** @description The person behind one order that names neither. */
            orderId?: string;
            /** @description Why: the number of the request, never the name of the person. It stands in the log for ever, in plain. */
            reason: string;
        };
        AddDocument: {
            /** @description Such as warranty; cannot be changed. */
            documentType: string;
            /** @description What it hangs under; the order itself where absent. */
            parent?: {
                /** @enum {string} */
                kind: "payment" | "invoice" | "package" | "return_invoice" | "custom";
                id: string;
            };
            /** @description The next one of its series where absent. */
            number?: string;
            /** @description One of its type. */
            status?: string;
            approved?: boolean;
            /** @description Minor units of the order’s currency; it stands in no ledger. */
            amount?: number | null;
            /** @description Its id in another system. */
            outerId?: string | null;
            /** @description Free text for people; personal. */
            comment?: string | null;
            /** @description Values by field name: text, number, true or false, a list of texts. Null takes one away. */
            custom?: {
                [key: string]: unknown;
            };
        };
        ChangeDocument: {
            /** @description One of its type. */
            status?: string;
            approved?: boolean;
            /** @description Minor units of the order’s currency; it stands in no ledger. */
            amount?: number | null;
            /** @description Its id in another system. */
            outerId?: string | null;
            /** @description Free text for people; personal. */
            comment?: string | null;
            /** @description Values by field name: text, number, true or false, a list of texts. Null takes one away. */
            custom?: {
                [key: string]: unknown;
            };
        };
        CancelDocument: {
            /** @description Free text for people; personal. */
            reason?: string;
        };
        SetCustomFields: {
            /** @enum {string} */
            target: "order" | "line" | "payment" | "invoice" | "package" | "return_invoice";
            /** @description Of the line, payment or package; the number of an invoice. None of the order. */
            id?: string;
            /** @description Values by field name: text, number, true or false, a list of texts. Null takes one away. */
            custom: {
                [key: string]: unknown;
            };
        };
        /** @description Personal: null once the person was forgotten, and without personal.view. */
        Buyer: {
            email: string | null;
            firstName: string | null;
            lastName: string | null;
            phone: string | null;
            documentType: string | null;
            document: string | null;
            company: string | null;
            locale: string | null;
        };
        /** @description Minor units. */
        LineMoney: {
            /** @description At list price. */
            gross: number;
            discount: number;
            /** @description gross − discount. */
            net: number;
            /** @description Its part of the order’s discounts, shipping and tax. */
            share: {
                discount: number;
                shipping: number;
                tax: number;
            };
            /** @description What a full refund of the line gives back. */
            payable: number;
        };
        Line: {
            id: string;
            sku: string;
            gtin: string | null;
            name: string;
            /** @description The picture of the product at placement; absent where it had none. */
            imageUrl?: string;
            seller: string | null;
            quantity: number;
            /** @description Thousandths. */
            unitMultiplier: number;
            measurementUnit: string;
            /** @description Millionths of the major unit. Null without prices.view. */
            listPriceMicros: number | null;
            /** @description Millionths of the major unit. Null without prices.view. */
            priceMicros: number | null;
            /** @description Millionths of the major unit. Null without prices.view. */
            discountMicros: number | null;
            deliveryId: string | null;
            money: components["schemas"]["LineMoney"] | null;
            /** @description Pieces that stock holds for the line; null where the product is not counted. */
            stock: {
                place: string;
                /** @enum {string} */
                state: "claimed" | "confirmed";
                held: number;
            } | null;
            /** @description Pieces. */
            invoiced: number;
            /** @description Pieces. */
            shipped: number;
            /** @description Pieces. */
            returned: number;
            /** @description Pieces that will not be sent. */
            cancelled: number;
            /** @description Fields of the account by name; absent where none is set. */
            custom?: {
                [key: string]: unknown;
            };
            /** @description As they came. */
            attachments?: unknown;
        };
        Delivery: {
            id: string;
            /** @enum {string} */
            type: "delivery" | "pickup";
            method: string | null;
            /** @description Minor units. Null without prices.view. */
            price: number | null;
            pickupPoint: string | null;
            /** Format: date-time */
            promisedAt: string | null;
            /** Format: date-time */
            shipBy: string | null;
            address: components["schemas"]["Address"] | null;
        };
        /** @description Minor units; the parts add up to the total. */
        Totals: {
            /** @description At list price. */
            items: number;
            /** @description ≤ 0. */
            discounts: number;
            shipping: number;
            tax: number;
            adjustments: number;
            total: number;
        };
        Payment: {
            id: string;
            /** @enum {string} */
            status: "pending" | "authorised" | "captured" | "partly_refunded" | "refunded" | "voided" | "denied";
            method: string;
            /** @description Minor units. Null without prices.view. */
            amount: number | null;
            installments: number;
            /** @enum {string} */
            capture: "on_approval" | "on_invoice";
            brand: string | null;
            lastDigits: string | null;
            transactionId: string | null;
            /** Format: date-time */
            dueAt: string | null;
            /** @enum {string} */
            answer: "pending" | "approved" | "denied";
            /** Format: date-time */
            answeredAt: string | null;
            /** @description Minor units. Null without prices.view. */
            authorised: number | null;
            /** @description Minor units. Null without prices.view. */
            captured: number | null;
            /** @description Minor units. Null without prices.view. */
            voided: number | null;
            /** @description Minor units. Null without prices.view. */
            refunded: number | null;
            /** @description Fields of the account by name; absent where none is set. */
            custom?: {
                [key: string]: unknown;
            };
        };
        Pieces: {
            lineId: string;
            quantity: number;
        };
        Invoice: {
            number: string;
            /** @description Minor units. Null without prices.view. */
            value: number | null;
            items: components["schemas"]["Pieces"][];
            /** @description True: the items were not sent, they are all that was left. */
            inferred: boolean;
            /** Format: date-time */
            issuedAt: string;
            /** Format: date-time */
            recordedAt: string;
            key: string | null;
            url: string | null;
            packageId: string | null;
            /** @description Fields of the account by name; absent where none is set. */
            custom?: {
                [key: string]: unknown;
            };
            /** @description What another API dialect knows of it, as it came; null without prices.view. */
            attachments?: unknown;
        };
        TrackingEvent: {
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            recordedAt: string;
            city: string | null;
            state: string | null;
            description: string | null;
        };
        Package: {
            id: string;
            /** @enum {string} */
            status: "sent" | "in_transit" | "delivered";
            invoiceNumber: string | null;
            items: components["schemas"]["Pieces"][];
            carrier: string | null;
            trackingNumber: string | null;
            trackingUrl: string | null;
            /** Format: date-time */
            sentAt: string;
            /** Format: date-time */
            dispatchedAt: string | null;
            tracking: components["schemas"]["TrackingEvent"][];
            /** Format: date-time */
            deliveredAt: string | null;
            /** @description Fields of the account by name; absent where none is set. */
            custom?: {
                [key: string]: unknown;
            };
        };
        MoneyMove: {
            paymentId: string;
            /** @description Minor units. Null without prices.view. */
            amount: number | null;
        };
        ReturnInvoice: {
            number: string;
            /** @description Minor units. Null without prices.view. */
            value: number | null;
            items: components["schemas"]["Pieces"][];
            /** Format: date-time */
            issuedAt: string;
            /** Format: date-time */
            recordedAt: string;
            key: string | null;
            url: string | null;
            refunds: components["schemas"]["MoneyMove"][];
            restocked: boolean;
            /** @description Fields of the account by name; absent where none is set. */
            custom?: {
                [key: string]: unknown;
            };
            /** @description What another API dialect knows of it, as it came; null without prices.view. */
            attachments?: unknown;
        };
        DocumentRef: {
            kind: string;
            id: string;
        };
        CustomDocument: {
            /** @description In the order. */
            id: string;
            /** @description A type of the account. */
            type: string;
            number: string;
            parent: components["schemas"]["DocumentRef"] | null;
            /** @description One of its type. */
            status: string;
            approved: boolean;
            /** @description Minor units. Null without prices.view. */
            amount: number | null;
            outerId: string | null;
            comment: string | null;
            /** @description Fields of its type by name. */
            custom: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            cancelledAt: string | null;
            cancelReason: string | null;
        };
        CancellationRequest: {
            id: string;
            /** Format: date-time */
            at: string;
            by: string;
            reason: string | null;
            /** @enum {string} */
            outcome: "open" | "confirmed" | "denied" | "overtaken";
            /** Format: date-time */
            answeredAt: string | null;
            answer: string | null;
        };
        Cancellation: {
            /** Format: date-time */
            at: string;
            by: string;
            requestId: string | null;
            reason: string | null;
        };
        Note: {
            id: string;
            /** Format: date-time */
            at: string;
            by: string;
            text: string | null;
        };
        LogEntry: {
            id: string;
            /** Format: date-time */
            at: string;
            source: string;
            message: string | null;
        };
        Statuses: {
            vtex: string | null;
            orion: string;
            virto: string;
        };
        /** @description Debit balances in minor units by ledger account; they sum to zero. Accounts at zero are left out. */
        LedgerBalances: {
            [key: string]: number;
        };
        WorkflowInstance: {
            domain: string;
            table: string;
            version: number;
            step: string;
            /** Format: date-time */
            since: string;
        };
        OrderLink: {
            /** @enum {string} */
            role: "marketplace" | "seller";
            account: string;
            orderId: string;
        };
        Order: {
            /** @description Only on an order of the past: as which version it is shown. */
            asOf?: {
                version: number;
                /**
                 * Format: date-time
                 * @description When that version came about.
                 */
                at: string;
            };
            orderId: string;
            /** @description One checkout that became several orders shares it. */
            group: string;
            /** @description From 1 in the group. */
            position: number;
            /** @description Ascending in the account, with gaps. */
            sequence: number;
            number: string | null;
            /** @description Events so far; also the ETag. */
            version: number;
            account: string;
            store: string;
            channel: string;
            origin: string;
            workflow: string;
            /** @description The step in VTEX words; incomplete while payment has not begun. */
            status: string;
            statusLabel: string;
            statuses: components["schemas"]["Statuses"];
            /**
             * @description The shopper’s timeline in one word.
             * @enum {string}
             */
            stage: "placing" | "paying" | "handling" | "handing_over" | "travelling" | "received" | "ended";
            paymentState: string;
            shippingState: string;
            /**
             * Format: date-time
             * @description The earliest day that was promised.
             */
            dueAt: string | null;
            /** @description False: payment has not begun. */
            complete: boolean;
            /** Format: date-time */
            placementDeadline: string | null;
            instances: components["schemas"]["WorkflowInstance"][];
            links: components["schemas"]["OrderLink"][];
            externalIds: {
                [key: string]: string;
            };
            currency: string;
            rounding: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            placedBy: string;
            /** Format: date-time */
            authorisedAt: string | null;
            /** Format: date-time */
            invoicedAt: string | null;
            /** Format: date-time */
            deliveredAt: string | null;
            /** Format: date-time */
            deletedAt: string | null;
            customerId: string | null;
            forgotten: boolean;
            buyer: components["schemas"]["Buyer"] | null;
            billingAddress: components["schemas"]["Address"] | null;
            lines: components["schemas"]["Line"][];
            deliveries: components["schemas"]["Delivery"][];
            discounts: {
                id: string;
                name: string;
                /** @description Minor units. Null without prices.view. */
                amount: number | null;
            }[];
            adjustments: {
                id: string;
                kind: string;
                name: string;
                /** @description Of either sign. Null without prices.view. */
                amount: number | null;
            }[];
            totals: components["schemas"]["Totals"] | null;
            ledger: components["schemas"]["LedgerBalances"] | null;
            /** @description What the buyer still owes; below 0 what is owed to the buyer. Null without prices.view. */
            amountDue: number | null;
            payments: components["schemas"]["Payment"][];
            invoices: components["schemas"]["Invoice"][];
            packages: components["schemas"]["Package"][];
            returnInvoices: components["schemas"]["ReturnInvoice"][];
            documents: components["schemas"]["CustomDocument"][];
            cancellation: components["schemas"]["Cancellation"] | null;
            cancellationRequests: components["schemas"]["CancellationRequest"][];
            tags: string[];
            assignee: string | null;
            notes: components["schemas"]["Note"][];
            log: components["schemas"]["LogEntry"][];
            /** @description What it was placed with, and fields of the account that were set since. */
            custom: {
                [key: string]: unknown;
            };
            /** @description By dialect, as they came. Null without prices.view: amounts may stand in them. */
            attachments: unknown;
            /** @description Every command, whether the caller may send it now, and if not, why. */
            allowed: components["schemas"]["Allowance"][];
        };
        /** @description The answer to a write with Prefer: return=minimal, and to any write of who lacks orders.view. */
        OrderReceipt: {
            orderId: string;
            number: string | null;
            version: number;
            status: string;
            /** @description Minor units. Null without prices.view. */
            total: number | null;
            currency: string;
            /** @description Minor units. Null without prices.view. */
            amountDue: number | null;
        };
        Stage: {
            stage: number;
            trigger: string;
            label: string;
            /** @enum {string} */
            state: "next" | "current" | "done";
        };
        PartTimeline: {
            channel: string;
            packageId: string | null;
            stages: components["schemas"]["Stage"][];
        };
        Timeline: {
            /** @description An order that ended unsent shows this instead. */
            ended?: string;
            timelines?: components["schemas"]["PartTimeline"][];
        };
        Allowance: {
            command: string;
            allowed: boolean;
            /** @description Of the problem that the command would meet now. */
            code?: string;
            /** @description What the code means. */
            title?: string;
        };
        Allowed: {
            version: number;
            commands: components["schemas"]["Allowance"][];
        };
        Posting: {
            debit: string;
            credit: string;
            /** @description Minor units. Null without prices.view. */
            amount: number | null;
        };
        LedgerEntry: {
            version: number;
            type: string;
            /** Format: date-time */
            at: string;
            postings: components["schemas"]["Posting"][];
            balances: components["schemas"]["LedgerBalances"] | null;
        };
        /** @description The double-entry book of the order: what each event of the page posted and the balances after it; `balances` and `amountDue` are those of now. */
        Ledger: {
            currency: string;
            entries: components["schemas"]["LedgerEntry"][];
            /** @description The `from` of the next page; null at the end. */
            next: number | null;
            balances: components["schemas"]["LedgerBalances"] | null;
            /** @description Minor units. Null without prices.view. */
            amountDue: number | null;
        };
        /** @description Problem details, RFC 9457. */
        Problem: {
            /** @description A page that explains the code. */
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description Stable; see /docs/refusals. */
            code: string;
            /** @description JSON pointer into the part that `in` names. */
            pointer?: string;
            /** @enum {string} */
            in?: "body" | "query" | "path" | "header";
            details?: Record<string, never>;
            /** @description Of preview_outdated: at most 50 places. */
            difference?: {
                /** @description JSON pointer into the effects of the preview. */
                pointer: string;
                /** @description As it was shown; absent where it was not there. */
                before?: unknown;
                /** @description As it would be now; absent where it is not there. */
                after?: unknown;
            }[];
            /** @description Where a body has several faults: all of them, the first included. */
            errors?: {
                pointer: string;
                detail: string;
            }[];
            /** @description True: the very same request may pass later. */
            retry: boolean;
            requestId: string;
        };
        /** @description One field of an order that is different in a later version. */
        Change: {
            /** @description JSON pointer into the later order; into the earlier one where `after` is null. */
            path: string;
            /** @description Stable name without positions: lines.shipped, payments.captured, tags. */
            field: string;
            /** @description Which line, payment, invoice, …; null outside of lists. */
            id: string | null;
            /** @description English, made of field and id. */
            label: string;
            /**
             * @description What the values are: amounts in minor units, unit prices in millionths of the major unit.
             * @enum {string}
             */
            format: "amount" | "unit_price" | "instant" | "plain";
            /** @description Null where it was not there. */
            before: unknown;
            /** @description Null where it is gone. */
            after: unknown;
        };
        EventSummary: {
            /** @description One line of English. */
            text: string;
            /**
             * @description What a translation goes by.
             * @enum {string}
             */
            code: "order_placed" | "order_placed_incomplete" | "order_imported" | "order_imported_with_difference" | "placement_completed" | "placement_expired" | "payment_authorised" | "payment_captured" | "payment_denied" | "cancellation_requested" | "cancellation_denied" | "cancellation_window_ended" | "order_cancelled" | "order_cancelled_and_refunded" | "order_closed_short" | "order_accepted" | "order_accepted_as" | "fulfilment_authorised" | "handling_started" | "status_set" | "invoice_issued" | "package_sent" | "package_updated" | "package_tracked" | "package_delivered" | "order_delivered" | "return_invoice_issued" | "order_refunded" | "order_refunded_and_ended" | "document_added" | "document_changed" | "document_status_set" | "document_cancelled" | "custom_fields_set" | "note_added" | "log_entry_added" | "tags_added" | "tags_removed" | "tags_changed" | "order_assigned" | "order_unassigned" | "order_deleted" | "order_restored" | "person_forgotten";
            /** @description What the line is filled in with; money as amount and currency. */
            parameters: Record<string, never>;
        };
        RecordedEvent: {
            version: number;
            /** @description Position in the log of the account: ascending by one, in the order of commits. */
            seq: number;
            type: string;
            /** @description Shape number of `data` and `personal`. */
            schema: number;
            /** Format: date-time */
            at: string;
            /** @description As it was hashed. */
            actor: string;
            /** @description The actor, taken apart. */
            by: {
                /** @description key, staff, user, timer, … */
                kind: string;
                id: string | null;
            };
            /** @description Why. What somebody typed is null without personal.view. */
            reason: string | null;
            summary: components["schemas"]["EventSummary"];
            /** @description What the event changed in the order. Empty for the placement: everything in the order is new. */
            changes: components["schemas"]["Change"][];
            commandId: string;
            /** @description What happened; `moves` are the steps that the workflow took. Null without prices.view. */
            data: unknown;
            /** @description Null where there is none, where the person was forgotten, and without personal.view. */
            personal: unknown;
            /** @description Null without prices.view: an amount can be found by its hash. */
            prevHash: string | null;
            /** @description Null without prices.view. */
            hash: string | null;
        };
        EventPage: {
            events: components["schemas"]["RecordedEvent"][];
            /** @description The `from` of the next page; null at the end. */
            next: number | null;
        };
        OrderVersion: {
            version: number;
            /** Format: date-time */
            at: string;
        };
        OrderDifference: {
            orderId: string;
            from: components["schemas"]["OrderVersion"];
            to: components["schemas"]["OrderVersion"];
            changes: components["schemas"]["Change"][];
        };
        OrderChange: {
            /** @description Position in the account; also the id of the message. */
            seq: number;
            orderId: string;
            /** @description That the event made. */
            version: number;
            type: string;
            /** Format: date-time */
            at: string;
            /** @description The order as it stands when the message is sent, perhaps some events later. */
            order: {
                version: number;
                status: string;
                paymentState: string;
                shippingState: string;
                store: string;
                channel: string;
                /** Format: date-time */
                updatedAt: string;
                deleted: boolean;
            };
        };
        PlaceOrders: {
            items: {
                order: components["schemas"]["PlaceOrder"];
                /** @description Idempotency key of this item: the same as the header Idempotency-Key of a request of its own. */
                idempotencyKey?: string;
            }[];
        };
        EffectEvent: {
            type: string;
            /** @description In one line of English. */
            text: string;
            /** @description What would happen; times are those of the preview. */
            data: Record<string, never>;
            /** @description Null where there is nothing personal. */
            personal: unknown;
        };
        StockMove: {
            /** @description Such as claim, confirm, consume_confirmed, release_claimed. */
            kind: string;
            sku: string;
            place: string;
            quantity: number;
            lineId: string;
            /** @description Change of the counter, in pieces. */
            onHand: number;
            /** @description Change of the counter, in pieces. */
            claimed: number;
            /** @description Change of the counter, in pieces. */
            confirmed: number;
        };
        MoneyEffect: {
            /** @description Which event posts it. */
            event: string;
            debit: string;
            credit: string;
            /** @description Minor units. */
            amount: number;
        };
        Paper: {
            /** @enum {string} */
            kind: "invoice" | "return_invoice";
            /** @description As sent. A number that a series gives is claimed at the commit: then it is `next in series`. */
            number: string;
            /** @description Minor units. */
            value: number;
        };
        OrderEffects: {
            currency: string;
            events: components["schemas"]["EffectEvent"][];
            /** @description Status, stage, payment and shipping state, total and amount due, where they change. */
            changes: {
                [key: string]: {
                    /** @description Null where the order is new. */
                    before: string | number | null;
                    after: string | number | null;
                };
            };
            stock: components["schemas"]["StockMove"][];
            money: components["schemas"]["MoneyEffect"][];
            papers: components["schemas"]["Paper"][];
            /** @description Mails and signals that would go out. */
            messages: Record<string, never>[];
        };
        PreviewWarning: {
            /** @description A refusal that the commit would meet if nothing changed, or without_effect. */
            code: string;
            title: string;
            /** @description JSON pointer into the command. */
            pointer?: string;
            details?: Record<string, never>;
        };
        /** @description What a command would do. Nothing of it has happened. */
        Preview: {
            /** @description Commits it: POST /api/v1/admin/previews/{token}/commit. */
            token: string;
            /**
             * Format: date-time
             * @description Fifteen minutes after it was made.
             */
            expiresAt: string;
            command: string;
            /** @description As it would be afterwards, with what would be allowed then. */
            order: components["schemas"]["Order"] | components["schemas"]["OrderReceipt"];
            /** @description By the id of each order that changes: the one asked, and those linked to it. */
            effects: {
                [key: string]: components["schemas"]["OrderEffects"];
            };
            /** @description The versions that it was decided on, by order id. */
            baseVersions: {
                [key: string]: number;
            };
            warnings: components["schemas"]["PreviewWarning"][];
        };
        BulkAnswer: {
            /** @description Place of the item in the request, from 0. */
            index: number;
            /** @description What the order alone would have been answered with. */
            status: number;
            /** @description True: placed before, under the same key. */
            replayed: boolean;
            order?: components["schemas"]["Order"] | components["schemas"]["OrderReceipt"];
            problem?: components["schemas"]["Problem"];
        };
        /** @description One answer an item, in the order of the request. */
        BulkAnswers: {
            /** @description Items that were accepted, now or before. */
            placed: number;
            refused: number;
            items: components["schemas"]["BulkAnswer"][];
        };
        OrderRow: {
            orderId: string;
            group: string;
            position: number;
            sequence: number;
            number: string | null;
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            dueAt: string | null;
            status: string;
            statuses: components["schemas"]["Statuses"];
            stage: string;
            paymentState: string;
            shippingState: string;
            complete: boolean;
            deleted: boolean;
            hasNote: boolean;
            /** @description Null without prices.view. */
            total: number | null;
            /** @description Null without prices.view. */
            amountDue: number | null;
            currency: string;
            pieces: number;
            store: string;
            channel: string;
            origin: string;
            workflow: string;
            customerId: string | null;
            /** @description Null without personal.view. */
            buyerName: string | null;
            /** @description Null without personal.view. */
            buyerEmail: string | null;
            assignee: string | null;
            /** @description The first ten. */
            sellers: string[];
            tags: string[];
            /** @description source:id; the first ten. */
            externalIds: string[];
        };
        OrderPage: {
            orders: components["schemas"]["OrderRow"][];
            /** @description The cursor of the next page; null at the end. */
            next: string | null;
            count?: {
                orders: number;
                /** @description False: there are more than that many. */
                exact: boolean;
            };
            sum?: {
                currencies: {
                    currency: string;
                    orders: number;
                    /** @description Minor units; null where the sum is beyond what a JSON number holds exactly (9 · 10^15). */
                    total: number | null;
                }[];
                /** @description False: only so many orders were looked at, and there are more. */
                exact: boolean;
            };
        };
        /** @description The same orders taken together three ways, each by currency: complete ones that are not deleted. */
        OrderStatistics: {
            /** @description Such as 2026-01-31. */
            from: string;
            /** @description Such as 2026-01-31. */
            to: string;
            /** @description Days without orders are left out. */
            days: {
                /** @description Such as 2026-01-31. */
                day: string;
                currency: string;
                orders: number;
                /** @description Minor units. Null without prices.view, and beyond what a JSON number holds exactly (9 · 10^15). */
                total: number | null;
            }[];
            statuses: {
                status: string;
                currency: string;
                orders: number;
                /** @description Minor units. Null without prices.view, and beyond what a JSON number holds exactly (9 · 10^15). */
                total: number | null;
            }[];
            channels: {
                channel: string;
                currency: string;
                orders: number;
                /** @description Minor units. Null without prices.view, and beyond what a JSON number holds exactly (9 · 10^15). */
                total: number | null;
            }[];
            /** @description False: only 10,000 of the orders were looked at. */
            exact: boolean;
        };
        View: {
            viewId: string;
            /** @description Who saved it, such as key:erp. */
            owner: string;
            /** @description Whether that is who asks. */
            mine: boolean;
            name: string;
            shared: boolean;
            /** @description As it was saved; of an earlier version of Docket it may no longer be valid. Without personal.view the views of others lose q and email. */
            query: {
                [key: string]: unknown;
            };
            columns: string[];
            position: number;
            /** @description Why the query can no longer be asked, and the field that is to blame; null where it can. */
            invalid: {
                code: string;
                pointer: string;
                detail: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ViewPage: {
            items: components["schemas"]["View"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        RemovedView: {
            viewId: string;
        };
        LoadAnswer: {
            loaded: number;
        };
        StockLevel: {
            sku: string;
            place: string;
            onHand: number;
            claimed: number;
            confirmed: number;
            /** @description onHand − claimed − confirmed. */
            available: number;
        };
        StockPage: {
            items: components["schemas"]["StockLevel"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        StockLevels: {
            items: components["schemas"]["StockLevel"][];
        };
        StockMovement: {
            id: number;
            /** Format: date-time */
            at: string;
            /** @description set, adjust, or what an order did: claim, confirm, release, consume, restock. */
            kind: string;
            quantity: number;
            before: {
                onHand: number;
                claimed: number;
                confirmed: number;
            };
            after: {
                onHand: number;
                claimed: number;
                confirmed: number;
            };
            orderId: string | null;
            lineId: string | null;
            reason: string | null;
            actor: string | null;
        };
        StockMovementPage: {
            items: components["schemas"]["StockMovement"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        Account: {
            /** @description Small letters and digits; stands in every row of the account, and cannot be changed. */
            account: string;
            name: string;
            /** @description Seconds in which a cancellation needs nobody’s consent, where an order does not say. */
            cancellationWindow: number;
            /** @description Seconds that an order may wait for its payment to begin. */
            placementTimeout: number;
            /** @description Of orders that name none. */
            defaultStore: string;
            /** @description Of orders that name none. */
            defaultChannel: string;
            /** @description Of orders that name none. */
            defaultWorkflow: string;
            /**
             * @description How a line rounds, where an order does not say.
             * @enum {string}
             */
            rounding: "half_up" | "half_even" | "down";
            /** @description The first is the account’s own. */
            languages: string[];
            /** @description IANA, such as America/Sao_Paulo. */
            timeZone: string;
            /** @description Template of displayed numbers, such as {year}-{sequence:6}; null: orders are known by their ids. */
            orderNumbers: string | null;
        };
        FirstKey: {
            account: string;
            key: string;
            /** @description Told once. */
            token: string;
        };
        WorkflowFinding: {
            fault: string;
            /** @description Into the table. */
            pointer: string;
            message: string;
        };
        Workflow: {
            workflow: string;
            builtIn: boolean;
            /** @description 0: never published. */
            version: number;
            retired: boolean;
            /** @description What orders start with today; two of the built-in workflow complete, none of a draft alone. */
            tables: {
                [key: string]: unknown;
            }[];
            draft: {
                [key: string]: unknown;
            } | null;
            /** @description What stands against publishing the draft. */
            findings: components["schemas"]["WorkflowFinding"][];
        };
        WorkflowPage: {
            items: {
                workflow: string;
                builtIn: boolean;
                version: number;
                retired: boolean;
                hasDraft: boolean;
                /** @description Whether a workflow of the account may begin as its copy. */
                copyable: boolean;
            }[];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        WorkflowVersion: {
            workflow: string;
            version: number;
            /** Format: date-time */
            publishedAt: string;
            publishedBy: string;
            table: {
                [key: string]: unknown;
            };
        };
        SettingsChange: {
            /** @description Ascending in the account, with gaps. */
            id: number;
            /** Format: date-time */
            at: string;
            actor: string;
            kind: string;
            key: string;
            /** @enum {string} */
            action: "created" | "changed" | "removed";
            /** @description What differs. Of people and keys most values are not kept, and the name of the field is all there is. */
            fields: string[];
            /** @description Values of these fields before; null where the setting was new. */
            before: {
                [key: string]: unknown;
            } | null;
            /** @description Values of these fields after; null where it was removed. */
            after: {
                [key: string]: unknown;
            } | null;
        };
        SettingsChangePage: {
            items: components["schemas"]["SettingsChange"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        Store: {
            /** @description Stands in orders, and cannot be changed. */
            store: string;
            name: string;
            /** @description ISO 4217; null: none of its own. */
            currency: string | null;
            /** @description Empty: those of the account. */
            languages: string[];
            /** @description IANA, such as America/Sao_Paulo. */
            timeZone: string | null;
            /** @description False: takes no new orders. */
            active: boolean;
            /** @description Template of displayed numbers, such as {year}-{sequence:6}; null: those of the account. */
            orderNumbers: string | null;
        };
        StorePage: {
            items: components["schemas"]["Store"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        Channel: {
            /** @description Stands in orders, and cannot be changed. */
            channel: string;
            name: string;
            /** @enum {string} */
            kind: "shop" | "marketplace" | "point_of_sale" | "phone" | "other";
            /** @description Its orders belong to this store; null: to the one that they name. */
            store: string | null;
            /** @description False: takes no new orders. */
            active: boolean;
        };
        ChannelPage: {
            items: components["schemas"]["Channel"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        StockPlace: {
            /** @description Part of the key of stock, and cannot be changed. */
            place: string;
            name: string;
            /** @description False: new orders claim nothing here. */
            active: boolean;
            address: {
                street?: string;
                city?: string;
                state?: string;
                postalCode?: string;
                /** @description ISO 3166 alpha-2, capitals. */
                country: string;
            } | null;
        };
        StockPlacePage: {
            items: components["schemas"]["StockPlace"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        Product: {
            /** @description The stock keeping unit of the account. */
            sku: string;
            /** @description GTIN-8, -12, -13 or -14. */
            gtin: string | null;
            name: string;
            /** @description Millionths of the major unit: 1.50 EUR is 1500000. */
            priceMicros: number | null;
            /** @description Of the price; needed with it. */
            currency: string | null;
            /** @description True where absent: orders claim its pieces from stock. */
            counted: boolean;
            /** @description Where its pieces lie; `main` where absent. */
            place: string;
            /** @description A picture of it: an https address, or a path of this server. */
            imageUrl: string | null;
        };
        ProductPage: {
            items: components["schemas"]["Product"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        ShippingMethod: {
            code: string;
            name: string;
            /** @description Minor units: 12.34 EUR is 1234. */
            price: number;
            /** @description ISO 4217. */
            currency: string;
        };
        ShippingMethodPage: {
            items: components["schemas"]["ShippingMethod"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        Customer: {
            customerId: string;
            email: string | null;
            firstName: string | null;
            lastName: string | null;
            phone: string | null;
            document: string | null;
            company: string | null;
            locale: string | null;
            /** @description True: emptied for good; whoever comes back under the id is new. */
            forgotten: boolean;
        };
        CustomerPage: {
            items: components["schemas"]["Customer"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        DocumentType: {
            /** @description Such as warranty; cannot be changed. */
            type: string;
            /** @description What one is called, by language. */
            labels: {
                [key: string]: string;
            };
            /** @description Template of their numbers, with {sequence}: WA-{year}-{sequence:5}. null: number of the order and a count. */
            numbers: string | null;
            /** @description What they may hang under: order, payment, invoice, package, return_invoice, or another type. */
            parents: string[];
            /** @description A new document gets the first one. */
            statuses: {
                /** @description a-z, 0-9 and _. */
                status: string;
                /** @description What people read. */
                labels: {
                    [key: string]: string;
                };
                /** @description True: nothing of the document can be changed in it but the status. */
                locks: boolean;
            }[];
            /** @description Where each status may go; null: from any to any. */
            moves: {
                [key: string]: string[];
            } | null;
            /** @description A JSON Schema of an object: properties of type string, integer, number, boolean, or array of strings, with enum, lengths, bounds and format; x-labels, x-section, x-listed and x-personal say how a form shows a field and whether it belongs to the person. */
            fields: Record<string, never>;
            /** @description That an order may have; null: 1,000. */
            most: number | null;
            /** @description False: no new ones are made. */
            active: boolean;
        };
        DocumentTypePage: {
            items: components["schemas"]["DocumentType"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        CustomFields: {
            /**
             * @description What has the fields.
             * @enum {string}
             */
            target: "order" | "line" | "payment" | "invoice" | "package" | "return_invoice";
            /** @description A JSON Schema of an object: properties of type string, integer, number, boolean, or array of strings, with enum, lengths, bounds and format; x-labels, x-section, x-listed and x-personal say how a form shows a field and whether it belongs to the person. */
            fields: Record<string, never>;
        };
        CustomFieldsPage: {
            items: components["schemas"]["CustomFields"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        /** @description Which orders are seen; all of it must hold. */
        Scope: {
            /** @description Null: of all. */
            stores: string[] | null;
            /** @description Null: of any. */
            seller: string | null;
            /** @description True: only orders that are assigned to the holder. */
            own: boolean;
        };
        Key: {
            /** @description Its name, sent beside a token. */
            key: string;
            label: string;
            permissions: string[];
            roles: string[];
            scope: components["schemas"]["Scope"];
            /** Format: date-time */
            createdAt: string;
            /** @description Empty: the server made it from its settings. */
            createdBy: string;
            /**
             * Format: date-time
             * @description Null: it does not expire.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description To the minute; null: never.
             */
            lastUsedAt: string | null;
            /** @description Two, while one takes the place of the other. What they are is never shown again. */
            tokens: {
                /** @description Its number in the key. */
                token: number;
                /** @description Its last four characters; empty where they are not known. */
                ending: string;
                /** Format: date-time */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description To the minute; null: never.
                 */
                lastUsedAt: string | null;
            }[];
        };
        ShownKey: {
            /** @description Its name, sent beside a token. */
            key: string;
            label: string;
            permissions: string[];
            roles: string[];
            scope: components["schemas"]["Scope"];
            /** Format: date-time */
            createdAt: string;
            /** @description Empty: the server made it from its settings. */
            createdBy: string;
            /**
             * Format: date-time
             * @description Null: it does not expire.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description To the minute; null: never.
             */
            lastUsedAt: string | null;
            /** @description Two, while one takes the place of the other. What they are is never shown again. */
            tokens: {
                /** @description Its number in the key. */
                token: number;
                /** @description Its last four characters; empty where they are not known. */
                ending: string;
                /** Format: date-time */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description To the minute; null: never.
                 */
                lastUsedAt: string | null;
            }[];
            /** @description The new token, dkt_ and 43 characters. It is shown this once. */
            secret: string;
        };
        KeyPage: {
            items: components["schemas"]["Key"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        Role: {
            role: string;
            name: string;
            permissions: string[];
        };
        RolePage: {
            items: components["schemas"]["Role"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        Permission: {
            /** @description Its name; * for all. */
            permission: string;
            /** @description What it lets its holder do, in English. */
            meaning: string;
            /** @description Whether the caller holds it, and so may give it to others. */
            held: boolean;
        };
        PermissionPage: {
            items: components["schemas"]["Permission"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        Me: {
            account: string;
            /** @enum {string} */
            kind: "key" | "user";
            /** @description As the log of orders names the caller: key:… or user:…. */
            id: string;
            permissions: string[];
            scope: components["schemas"]["Scope"];
        };
        Import: {
            importId: string;
            /**
             * @description uploading: takes files. waiting: for a worker. The last three are its ends.
             * @enum {string}
             */
            state: "uploading" | "waiting" | "running" | "done" | "failed" | "cancelled";
            /**
             * @description command: docket import orders.
             * @enum {string}
             */
            origin: "upload" | "command";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            endedAt: string | null;
            createdBy: string;
            /** @description As the mapping names it; null until it is read. */
            source: string | null;
            files: {
                name: string;
                bytes: number;
            }[];
            progress: {
                /** @description 0 until the files are read. */
                allRows: number;
                /** @description Dealt with so far. */
                rows: number;
                /** @description Written. */
                orders: number;
                /** @description Orders that were there already. */
                present: number;
                /** @description Return invoices that orders came with. */
                documents: number;
                /** @description Rows that became no order; read them under /rejections. */
                rejected: number;
            };
            sums: {
                status: string;
                /** @description Of creation, in UTC: 2017-05. */
                month: string;
                currency: string;
                orders: number;
                /** @description Minor units; null without prices.view. */
                total: number | null;
            }[];
            /** @description Why it failed, in words. */
            failure: string | null;
        };
        ImportPage: {
            imports: components["schemas"]["Import"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        RejectedRow: {
            nth: number;
            file: string;
            /** @description Where the row begins in its file, from 1. */
            line: number;
            /** @description What it belongs to, in the words of the source. */
            record: string;
            reason: string;
            /** @description Of the sum of the source, in minor units, where somebody knows it and may see it. */
            value: number | null;
        };
        RejectedRowPage: {
            rows: components["schemas"]["RejectedRow"][];
            /** @description The `after` of the next page; null at the end. */
            next: number | null;
        };
        ListedMail: {
            id: string;
            /** Format: date-time */
            createdAt: string;
            kind: string;
            /** @description ISO 639. */
            language: string;
            orderId: string | null;
            /**
             * @description queued: waits, or is tried again. sent: the mail server took it. kept: there was no mail server. failed: given up; send it again by hand. withheld: anybody may ask for it, and nobody here has the address.
             * @enum {string}
             */
            state: "queued" | "sent" | "kept" | "failed" | "withheld";
            /** @description Tries that were begun. */
            attempts: number;
            /** @description Codes; nothing of the reader. */
            lastError: string | null;
            /** Format: date-time */
            sentAt: string | null;
            /** @description False: wiped when it was sent, or its reader was forgotten. */
            hasContent: boolean;
            /** @description True: it lets somebody in, and is read only with mails.secrets. */
            secret: boolean;
        };
        /** @description Address and words are null without personal.view, of a secret mail without mails.secrets, and once wiped. */
        Mail: {
            id: string;
            /** Format: date-time */
            createdAt: string;
            kind: string;
            /** @description ISO 639. */
            language: string;
            orderId: string | null;
            /**
             * @description queued: waits, or is tried again. sent: the mail server took it. kept: there was no mail server. failed: given up; send it again by hand. withheld: anybody may ask for it, and nobody here has the address.
             * @enum {string}
             */
            state: "queued" | "sent" | "kept" | "failed" | "withheld";
            /** @description Tries that were begun. */
            attempts: number;
            /** @description Codes; nothing of the reader. */
            lastError: string | null;
            /** Format: date-time */
            sentAt: string | null;
            /** @description False: wiped when it was sent, or its reader was forgotten. */
            hasContent: boolean;
            /** @description True: it lets somebody in, and is read only with mails.secrets. */
            secret: boolean;
            to: string | null;
            subject: string | null;
            text: string | null;
            html: string | null;
        };
        MailPage: {
            mails: components["schemas"]["ListedMail"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        Task: {
            taskId: string;
            /** @description Such as order_timer or send_mail. */
            kind: string;
            /** @description What it is about, within its kind. */
            key: string;
            /** @description Of the timer of an order; else null. */
            orderId: string | null;
            /**
             * @description waiting: for its time, or for its next try. failed: given up; it is tried again when somebody says so.
             * @enum {string}
             */
            state: "failed" | "waiting";
            /**
             * Format: date-time
             * @description When it is tried, or would have been next.
             */
            due: string;
            /** @description Tries that were begun. */
            attempts: number;
            /** Format: date-time */
            failedAt: string | null;
            /** @description Of the last try that failed: its first 1,000 characters. */
            lastError: string | null;
        };
        TaskPage: {
            items: components["schemas"]["Task"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        RestartedTask: {
            taskId: string;
        };
        UserScope: {
            /** @description Orders of these stores alone; null: of all. */
            stores: string[] | null;
            /** @description Orders of which this seller has a line; null: all. */
            seller: string | null;
            /** @description Only orders that are assigned to the person. */
            own: boolean;
        };
        Session: {
            sessionId: string;
            user: {
                userId: string;
                email: string;
                name: string | null;
                locale: string | null;
            };
            /** @description Where the person works; with several, requests name one in the header Docket-Account. */
            accounts: {
                account: string;
                name: string;
                roles: string[];
                /** @description `*` is every permission. */
                permissions: string[];
                scope: components["schemas"]["UserScope"];
            }[];
            /** @description Goes into the header Docket-CSRF of every request that changes something. */
            csrfToken: string;
            /** Format: date-time */
            expiresAt: string;
        };
        SessionList: {
            items: {
                sessionId: string;
                /** @description The one that asks. */
                current: boolean;
                /** Format: date-time */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description When it was used last, to five minutes.
                 */
                seenAt: string;
                /** Format: date-time */
                expiresAt: string;
                /** @description What the browser called itself, shortened. */
                userAgent: string;
            }[];
        };
        LoginMethods: {
            password: boolean;
            /** @description Where a browser goes to log in elsewhere, and what to write on the button. */
            oidc: {
                name: string;
                url: string;
            } | null;
            /** @description As whom everybody may look around: in demo mode alone, where all data is made up. */
            demo: {
                email: string;
                password: string;
            } | null;
        };
        User: {
            userId: string;
            email: string;
            /** @description Null until the person accepts. */
            name: string | null;
            roles: string[];
            scope: components["schemas"]["UserScope"];
            /**
             * @description Disabled: by this account, or by whoever runs the installation.
             * @enum {string}
             */
            status: "invited" | "active" | "disabled";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            acceptedAt: string | null;
            /** Format: date-time */
            lastLoginAt: string | null;
        };
        UserPage: {
            items: components["schemas"]["User"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        ShopperSession: {
            /** @description For Authorization: Bearer. Null where it went into the cookie, and after the sign-in. */
            token: string | null;
            /** @description The verified address. */
            email: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description To be repeated in the header Docket-CSRF by whatever changes something under the cookie. */
            csrf: string | null;
        };
        OwnOrderRow: {
            orderId: string;
            /** @description One checkout that became several orders shares it. */
            group: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @enum {string} */
            stage: "placing" | "paying" | "handling" | "handing_over" | "travelling" | "received" | "ended";
            paymentState: string;
            shippingState: string;
            currency: string;
            /** @description Minor units. */
            total: number;
            /** @description What is still owed; below 0 what is owed to the buyer. */
            amountDue: number;
            pieces: number;
        };
        OwnOrderPage: {
            orders: components["schemas"]["OwnOrderRow"][];
            /** @description The cursor of the next page; null at the end. */
            next: string | null;
        };
        OwnLine: {
            id: string;
            sku: string;
            name: string;
            imageUrl?: string;
            quantity: number;
            unitMultiplier: number;
            measurementUnit: string;
            /** @description Millionths of the major unit. */
            priceMicros: number;
            discountMicros: number;
            /** @description Of the line, after its own discount; minor units. */
            net: number;
            deliveryId: string | null;
            shipped: number;
            returned: number;
            cancelled: number;
        };
        OwnPayment: {
            method: string;
            amount: number;
            status: string;
            brand: string | null;
            lastDigits: string | null;
            installments: number;
            refunded: number;
            /** Format: date-time */
            dueAt: string | null;
        };
        OwnPaper: {
            number: string;
            value: number;
            /** Format: date-time */
            issuedAt: string;
            url: string | null;
        };
        OwnPackage: {
            id: string;
            /** @enum {string} */
            status: "sent" | "in_transit" | "delivered";
            items: components["schemas"]["Pieces"][];
            carrier: string | null;
            trackingNumber: string | null;
            trackingUrl: string | null;
            /** Format: date-time */
            sentAt: string;
            /** Format: date-time */
            deliveredAt: string | null;
            tracking: {
                /** Format: date-time */
                at: string;
                city: string | null;
                state: string | null;
                description: string | null;
            }[];
        };
        MayCancel: {
            possible: boolean;
            /** @description Why not: a code of /docs/refusals. */
            refused: string | null;
            meaning: string | null;
        };
        /** @description An order as its buyer sees it: nothing that the house wrote for itself. */
        OwnOrder: {
            orderId: string;
            /** @description One checkout that became several orders shares it. */
            group: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @enum {string} */
            stage: "placing" | "paying" | "handling" | "handing_over" | "travelling" | "received" | "ended";
            paymentState: string;
            shippingState: string;
            currency: string;
            /** @description Minor units. */
            total: number;
            /** @description What is still owed; below 0 what is owed to the buyer. */
            amountDue: number;
            lines: components["schemas"]["OwnLine"][];
            deliveries: components["schemas"]["Delivery"][];
            discounts: {
                name: string;
                amount: number;
            }[];
            adjustments: {
                name: string;
                amount: number;
            }[];
            totals: components["schemas"]["Totals"];
            payments: components["schemas"]["OwnPayment"][];
            invoices: components["schemas"]["OwnPaper"][];
            returnInvoices: components["schemas"]["OwnPaper"][];
            packages: components["schemas"]["OwnPackage"][];
            buyer: components["schemas"]["Buyer"] | null;
            billingAddress: components["schemas"]["Address"] | null;
            /** Format: date-time */
            cancelledAt: string | null;
            cancellationRequests: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                outcome: "open" | "confirmed" | "denied" | "overtaken";
                /** Format: date-time */
                answeredAt: string | null;
                /** @description Of the buyer’s own requests. */
                reason: string | null;
            }[];
            mayCancel: components["schemas"]["MayCancel"];
        };
        GuestLink: {
            linkId: string;
            orderId: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string;
        };
        MadeGuestLink: {
            linkId: string;
            orderId: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description For /api/v1/account/guest/{token}. It is shown once. */
            token: string;
            /** @description What the mail says; the token stands behind #. */
            url: string;
            mailId: string | null;
        };
        GuestLinks: {
            links: components["schemas"]["GuestLink"][];
        };
        Feed: {
            feed: string;
            name: string;
            /** @description The key whose feed or hook it is in the VTEX dialect; empty: none. */
            owner: string;
            /** @description statuses belong to the type status, expression and everyMatch to the type order, which needs an expression. */
            filter: {
                /**
                 * @description status: steps that orders take. order: changes that make an expression true.
                 * @enum {string}
                 */
                type: "status" | "order";
                /** @description Of a filter of status; all of them where empty or absent. */
                statuses?: string[];
                /** @description JSONata over the order after each of its events. */
                expression?: string;
                /** @description False where absent: an order enters once, the first time it matches. */
                everyMatch?: boolean;
                /**
                 * @description What the expression reads: the order as this API shows it, or as the VTEX dialect does. Of a filter of status: whose words the statuses are; of a workflow that VTEX does not know, vtex tells its word for the order.
                 * @enum {string}
                 */
                document?: "docket" | "vtex";
            };
            hiddenSeconds: number;
            retentionSeconds: number;
            /** @description Null: items are taken. Values of headers and the secret are not shown. */
            hook: {
                url: string;
                headers: string[];
                signed: boolean;
            } | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            state: {
                /** @description The number of its newest item; they have no gap. */
                lastSequence: number;
                /** @description Items that are neither committed nor delivered. */
                open: number;
                /** @description Of them, those that are taken or wait for their next try. */
                hidden: number;
                /**
                 * Format: date-time
                 * @description When the oldest of them came in.
                 */
                oldestOpenAt: string | null;
                /** @description Up to which position of the account events were decided. */
                position: number;
                /**
                 * Format: date-time
                 * @description Nothing goes out; items gather.
                 */
                pausedAt: string | null;
                /**
                 * Format: date-time
                 * @description Its expression took too long three times; events wait to be decided.
                 */
                stoppedAt: string | null;
                /** @description Why it is paused. */
                reason: string | null;
                /**
                 * Format: date-time
                 * @description Of a hook to which nothing comes through: when it is tried again.
                 */
                restingUntil: string | null;
            };
        };
        FeedPage: {
            items: components["schemas"]["Feed"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        TakenItems: {
            items: {
                sequence: number;
                /** @description Position of the event in the account. */
                seq: number;
                orderId: string;
                /** @description Of the order. */
                version: number;
                domain: string;
                state: string;
                /** @description Empty for the first. */
                lastState: string;
                /** Format: date-time */
                lastChange: string;
                /** Format: date-time */
                currentChange: string;
                handle: string;
                takes: number;
            }[];
        };
        FeedItemPage: {
            items: {
                sequence: number;
                /** @description Position of the event in the account. */
                seq: number;
                orderId: string;
                /** @description Of the order. */
                version: number;
                domain: string;
                state: string;
                /** @description Empty for the first. */
                lastState: string;
                /** Format: date-time */
                lastChange: string;
                /** Format: date-time */
                currentChange: string;
                /** Format: date-time */
                createdAt: string;
                takes: number;
                /** Format: date-time */
                visibleAt: string;
                /**
                 * Format: date-time
                 * @description When it was committed or delivered.
                 */
                doneAt: string | null;
            }[];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        DeliveryPage: {
            items: {
                sequence: number;
                attempt: number;
                orderId: string;
                /** Format: date-time */
                at: string;
                millis: number;
                url: string;
                /** @description The bytes that were sent. */
                request: string;
                /** @description Of HTTP; null: no answer. */
                status: number | null;
                /** @description status, or why there was no answer; null: it came through. */
                error: string | null;
                /** @description Its first 8 KB. Null without personal.view, and when its person was forgotten. */
                answer: string | null;
            }[];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
        CommittedItems: {
            committed: number;
        };
        ReplayedItems: {
            replayed: number;
        };
        RemovedFeed: {
            feed: string;
        };
        HookPing: {
            /** @description Of HTTP; null: no answer. */
            status: number | null;
            /** @description status, or why there was no answer; null: the receiver took it. */
            error: string | null;
            /** @description Its first 8 KB. */
            answer: string | null;
        };
        FeedTestAnswer: {
            matches: boolean | null;
            /** @description Why it could not be said. */
            error: string | null;
        };
        ForgettingPreview: {
            /** @description customer:<id>, email:<a keyed hash of the address>, order:<id>. It names nobody to who has no key. */
            subject: string;
            /**
             * Format: date-time
             * @description When the person was forgotten before; null: never.
             */
            forgottenAt: string | null;
            /** @description Orders that know the person. */
            orders: number;
            /** @description Rows beside the orders, by table. */
            rows: {
                [key: string]: number;
            };
            /** @description Of a mail address: customers with it, who keep their data. They are forgotten by their ids. */
            customers: number;
            /** @description Their ids, 20 at most. */
            customerIds: string[];
        };
        Forgetting: {
            account: string;
            /** @description customer:<id>, email:<a keyed hash of the address>, order:<id>. It names nobody to who has no key. */
            subject: string;
            /**
             * Format: date-time
             * @description The first time.
             */
            forgottenAt: string;
            /** @description Keys destroyed, in all: one for each order. */
            keys: number;
            /** @description Rows beside the orders, by table. */
            rows: {
                [key: string]: number;
            };
            /** @description Those that forgot in this request, 500 at most. */
            orders: {
                orderId: string;
                /** @description Of its last event. */
                version: number;
                /** @description Of its last event: the chain stays valid and can be checked against it. */
                hash: string;
            }[];
            /** @description Above 0: send the same request again, until it is 0. */
            ordersLeft: number;
        };
        DocumentRow: {
            /** @description Of a document of the account’s own its type. */
            kind: string;
            /** @description In its order. */
            id: string;
            orderId: string;
            orderNumber: string | null;
            buyerName: string | null;
            number: string | null;
            status: string;
            /** @description Minor units; null without prices.view. */
            amount: number | null;
            currency: string;
            store: string;
            outerId: string | null;
            /** @description Such as invoice:A-17; null: the order. */
            parent: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        DocumentPage: {
            items: components["schemas"]["DocumentRow"][];
            /** @description The `after` of the next page; null at the end. */
            next: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLoginMethods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a page for logging in offers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginMethods"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All sessions, the last one used first; at most 50. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOwnSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description The new session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPasswordReset"];
            };
        };
        responses: {
            /** @description If there is such a person, a mail is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmPasswordReset"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitation"];
            };
        };
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description Whole words, all of which must occur; a word that ends in * is the beginning of one. Without personal.view: whole numbers and codes alone. */
                q?: string;
                /** @description Steps of the orders' own workflows, such as ready-for-handling. Repeat the parameter for any of several. */
                status?: string[];
                /** @description The status in VTEX words. Repeat the parameter for any of several. */
                vtexStatus?: string[];
                /** @description The status in Orion words. Repeat the parameter for any of several. */
                orionStatus?: ("pending" | "processing" | "partially_shipped" | "shipped" | "delivered" | "cancelled" | "refunded")[];
                /** @description The status in Virto words. Repeat the parameter for any of several. */
                virtoStatus?: ("New" | "Not paid" | "Pending" | "Processing" | "Ready to send" | "Cancelled" | "Partially sent" | "Completed")[];
                /** @description Where the shopper sees the order. Repeat the parameter for any of several. */
                stage?: ("placing" | "paying" | "handling" | "handing_over" | "travelling" | "received" | "ended")[];
                /** @description Where the money stands. Repeat the parameter for any of several. */
                paymentState?: ("none" | "pending" | "authorised" | "partly_paid" | "paid" | "overpaid" | "partly_refunded" | "refunded" | "denied" | "cancelled")[];
                /** @description Where the goods are. Repeat the parameter for any of several. */
                shippingState?: ("none" | "partly_shipped" | "shipped" | "partly_delivered" | "delivered")[];
                /** @description Stores. Repeat the parameter for any of several. */
                store?: string[];
                /** @description Channels. Repeat the parameter for any of several. */
                channel?: string[];
                /** @description Marketplace, Fulfillment, Chain. Repeat the parameter for any of several. */
                origin?: string[];
                /** @description Workflows; compared order by order, so give a time with one that is rare. Repeat the parameter for any of several. */
                workflow?: string[];
                /** @description ISO 4217. Repeat the parameter for any of several. */
                currency?: string[];
                /** @description Groups: orders of one checkout. Repeat the parameter for any of several. */
                group?: string[];
                /** @description From this instant on. */
                createdFrom?: string;
                /** @description Before this instant. */
                createdTo?: string;
                /** @description From this instant on. */
                updatedFrom?: string;
                /** @description Before this instant. */
                updatedTo?: string;
                /** @description Orders whose earliest open deadline is at this instant or later. */
                dueFrom?: string;
                /** @description Orders whose earliest open deadline is before this instant. */
                dueTo?: string;
                /** @description Minor units, inclusive. */
                totalFrom?: number;
                /** @description Minor units, inclusive. */
                totalTo?: number;
                /** @description Customers. Repeat the parameter for any of several. */
                customerId?: string[];
                /** @description Of the buyer. Repeat the parameter for any of several. */
                email?: string[];
                /** @description Of any line. Repeat the parameter for any of several. */
                sku?: string[];
                /** @description Of any line, in any of its lengths. Repeat the parameter for any of several. */
                gtin?: string[];
                /** @description Of any line. Repeat the parameter for any of several. */
                seller?: string[];
                /** @description One of its tags. Repeat the parameter for any of several. */
                tag?: string[];
                /** @description Who has the order. Repeat the parameter for any of several. */
                assignee?: string[];
                /** @description The id that another system gave the order. Repeat the parameter for any of several. */
                externalId?: string[];
                /** @description Whose id `externalId` is, which is then compared exactly; of any source where absent. */
                externalSource?: string;
                hasNote?: boolean;
                /** @description True: the earliest open deadline is over. */
                late?: boolean;
                /** @description true where absent: placements whose payment has not begun are hidden. */
                complete?: "true" | "false" | "any";
                /** @description false where absent. */
                deleted?: "true" | "false" | "any";
                /** @description created where absent; due shows only orders with an open deadline. */
                sort?: "created" | "updated" | "total" | "due";
                /** @description desc where absent, except for due. */
                order?: "asc" | "desc";
                /** @description A saved view, whose filters and sort hold beside those of the request; of the same one that of the request. */
                view?: string;
                /** @description 50 where absent. */
                limit?: number;
                /** @description From `next` of the page before; good for the same filters alone. */
                cursor?: string;
                /** @description Instead of a cursor; ends at 10,000. */
                offset?: number;
                /** @description True: the page says how many orders there are, exactly to 10,000. */
                count?: boolean;
                /** @description True: the page says what all of them come to, by currency, exactly to 10,000. */
                sum?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    place: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceOrder"];
            };
        };
        responses: {
            /** @description With Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description The order as it was placed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 4,194,304 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: {
                /** @description The order as this version left it. */
                version?: number;
                /** @description The order as it was at this moment. */
                at?: string;
            };
            header?: never;
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. ETag is its version; an order of the past has none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complete_placement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompletePlacement"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_payment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovePayment"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deny_payment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DenyPayment"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notify_payment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_cancellation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestCancellation"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_cancellation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmCancellation"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deny_cancellation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DenyCancellation"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    authorise_fulfilment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_handling: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issue_invoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueInvoice"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_package: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendPackage"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_package: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
                packageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePackage"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    track_package: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
                packageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackPackage"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mark_delivered: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkDelivered"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_short: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseShort"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issue_return_invoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueReturnInvoice"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refund"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_status: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetStatus"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_document: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddDocument"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_document: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeDocument"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_document: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelDocument"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_custom_fields: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetCustomFields"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_note: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddNote"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportOrderLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_log_entry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddLogEntry"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_tags: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTags"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assign: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Assign"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description preview answers what would happen and does nothing; return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The order after it; with Prefer: preview, what would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"] | components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the preview. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The preview. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commitPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description return=minimal answers with a receipt instead of the order. */
                prefer?: string;
            };
            path: {
                /** @description Of the preview. */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The order after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"];
                };
            };
            /** @description The order as it was placed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderReceipt"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no preview of this. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    placeOrders: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description return=minimal answers with a receipt instead of the order. */
                prefer?: string;
                /** @description Why this is done: the rule, policy or ticket behind it, 1 to 200 characters, percent-encoded as UTF-8 where they are not ASCII. It stands beside every event, for ever and in plain: never anything personal. */
                "docket-reason"?: string;
                /** @description For whom a connector speaks: shopper, marketplace, seller, payment_provider or carrier. */
                "docket-acting-as"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceOrders"];
            };
        };
        responses: {
            /** @description One answer an item, in the order of the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAnswers"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 16,777,216 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no preview of this. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDocuments: {
        parameters: {
            query: {
                /** @description payment, invoice, package, return_invoice, or a type of the account. */
                kind: string;
                /** @description Repeat it for more than one. */
                status?: string[];
                store?: string[];
                /** @description A date-time of RFC 3339; kept in UTC. */
                createdFrom?: string;
                /** @description Excluded. */
                createdTo?: string;
                /** @description Minor units; needs prices.view. */
                amountFrom?: number;
                /** @description Minor units; needs prices.view. */
                amountTo?: number;
                currency?: string;
                /** @description Such as 1480000500001-01. */
                orderId?: string;
                /** @description How a number, or an id in another system, begins. */
                q?: string;
                /** @description Of a type of the account; needs personal.view. Repeat it for more than one. */
                field?: string[];
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderStatistics: {
        parameters: {
            query?: {
                /** @description The first day, as UTC has it; 29 days before `to` where absent. */
                from?: string;
                /** @description The last day; today where absent. At most 366 days. */
                to?: string;
                /** @description Orders of this store alone. */
                store?: string;
                /** @description Orders of this channel alone. */
                channel?: string;
                /** @description ISO 4217. */
                currency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the orders of these days come to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderStatistics"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportOrders: {
        parameters: {
            query?: {
                /** @description Whole words, all of which must occur; a word that ends in * is the beginning of one. Without personal.view: whole numbers and codes alone. */
                q?: string;
                /** @description Steps of the orders' own workflows, such as ready-for-handling. Repeat the parameter for any of several. */
                status?: string[];
                /** @description The status in VTEX words. Repeat the parameter for any of several. */
                vtexStatus?: string[];
                /** @description The status in Orion words. Repeat the parameter for any of several. */
                orionStatus?: ("pending" | "processing" | "partially_shipped" | "shipped" | "delivered" | "cancelled" | "refunded")[];
                /** @description The status in Virto words. Repeat the parameter for any of several. */
                virtoStatus?: ("New" | "Not paid" | "Pending" | "Processing" | "Ready to send" | "Cancelled" | "Partially sent" | "Completed")[];
                /** @description Where the shopper sees the order. Repeat the parameter for any of several. */
                stage?: ("placing" | "paying" | "handling" | "handing_over" | "travelling" | "received" | "ended")[];
                /** @description Where the money stands. Repeat the parameter for any of several. */
                paymentState?: ("none" | "pending" | "authorised" | "partly_paid" | "paid" | "overpaid" | "partly_refunded" | "refunded" | "denied" | "cancelled")[];
                /** @description Where the goods are. Repeat the parameter for any of several. */
                shippingState?: ("none" | "partly_shipped" | "shipped" | "partly_delivered" | "delivered")[];
                /** @description Stores. Repeat the parameter for any of several. */
                store?: string[];
                /** @description Channels. Repeat the parameter for any of several. */
                channel?: string[];
                /** @description Marketplace, Fulfillment, Chain. Repeat the parameter for any of several. */
                origin?: string[];
                /** @description Workflows; compared order by order, so give a time with one that is rare. Repeat the parameter for any of several. */
                workflow?: string[];
                /** @description ISO 4217. Repeat the parameter for any of several. */
                currency?: string[];
                /** @description Groups: orders of one checkout. Repeat the parameter for any of several. */
                group?: string[];
                /** @description From this instant on. */
                createdFrom?: string;
                /** @description Before this instant. */
                createdTo?: string;
                /** @description From this instant on. */
                updatedFrom?: string;
                /** @description Before this instant. */
                updatedTo?: string;
                /** @description Orders whose earliest open deadline is at this instant or later. */
                dueFrom?: string;
                /** @description Orders whose earliest open deadline is before this instant. */
                dueTo?: string;
                /** @description Minor units, inclusive. */
                totalFrom?: number;
                /** @description Minor units, inclusive. */
                totalTo?: number;
                /** @description Customers. Repeat the parameter for any of several. */
                customerId?: string[];
                /** @description Of the buyer. Repeat the parameter for any of several. */
                email?: string[];
                /** @description Of any line. Repeat the parameter for any of several. */
                sku?: string[];
                /** @description Of any line, in any of its lengths. Repeat the parameter for any of several. */
                gtin?: string[];
                /** @description Of any line. Repeat the parameter for any of several. */
                seller?: string[];
                /** @description One of its tags. Repeat the parameter for any of several. */
                tag?: string[];
                /** @description Who has the order. Repeat the parameter for any of several. */
                assignee?: string[];
                /** @description The id that another system gave the order. Repeat the parameter for any of several. */
                externalId?: string[];
                /** @description Whose id `externalId` is, which is then compared exactly; of any source where absent. */
                externalSource?: string;
                hasNote?: boolean;
                /** @description True: the earliest open deadline is over. */
                late?: boolean;
                /** @description true where absent: placements whose payment has not begun are hidden. */
                complete?: "true" | "false" | "any";
                /** @description false where absent. */
                deleted?: "true" | "false" | "any";
                /** @description created where absent; due shows only orders with an open deadline. */
                sort?: "created" | "updated" | "total" | "due";
                /** @description desc where absent, except for due. */
                order?: "asc" | "desc";
                /** @description A saved view, whose filters and sort hold beside those of the request. */
                view?: string;
                /** @description csv where absent; jsonl has an `OrderRow` a line. */
                format?: "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The orders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listViews: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of views. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addView: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewInput"];
            };
        };
        responses: {
            /** @description The view as it was saved. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                viewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The view. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                viewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewInput"];
            };
        };
        responses: {
            /** @description The view as it was saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                viewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedView"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrderEvents: {
        parameters: {
            query?: {
                /** @description The version to begin with; the first, or with order=desc the last where absent. */
                from?: number;
                /** @description 100 where absent. */
                limit?: number;
                /** @description asc where absent: oldest first. */
                order?: "asc" | "desc";
                /** @description Only events of these types. Repeat the parameter for more than one. */
                type?: ("order_placed" | "order_imported" | "placement_completed" | "placement_expired" | "payment_approved" | "payment_denied" | "cancellation_requested" | "cancellation_denied" | "cancellation_window_ended" | "order_cancelled" | "order_closed_short" | "order_accepted" | "fulfilment_authorised" | "handling_started" | "status_set" | "invoice_issued" | "package_sent" | "package_updated" | "package_tracked" | "order_delivered" | "return_invoice_issued" | "order_refunded" | "document_added" | "document_changed" | "document_cancelled" | "custom_fields_set" | "note_added" | "log_entry_added" | "tags_changed" | "order_assigned" | "order_deleted" | "order_restored" | "person_forgotten")[];
            };
            header?: never;
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareOrderVersions: {
        parameters: {
            query: {
                /** @description The version to compare with. */
                from: number;
                /** @description The version that is compared; the present one where absent. */
                to?: number;
            };
            header?: never;
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every field that differs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDifference"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderLedger: {
        parameters: {
            query?: {
                /** @description The version to begin with; the first where absent. */
                from?: number;
                /** @description Of entries; 100 where absent. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what events posted, with the balances after each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ledger"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderTimeline: {
        parameters: {
            query?: {
                /** @description The order as this version left it. */
                version?: number;
                /** @description The order as it was at this moment. */
                at?: string;
            };
            header?: never;
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The timelines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAllowed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every command. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Allowed"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamOrders: {
        parameters: {
            query?: {
                /** @description The last position that was dealt with; 0 begins with the first event. From now on where absent. */
                from?: number;
                /** @description Only events of these types. Repeat the parameter for more than one. */
                type?: ("order_placed" | "order_imported" | "placement_completed" | "placement_expired" | "payment_approved" | "payment_denied" | "cancellation_requested" | "cancellation_denied" | "cancellation_window_ended" | "order_cancelled" | "order_closed_short" | "order_accepted" | "fulfilment_authorised" | "handling_started" | "status_set" | "invoice_issued" | "package_sent" | "package_updated" | "package_tracked" | "order_delivered" | "return_invoice_issued" | "order_refunded" | "document_added" | "document_changed" | "document_cancelled" | "custom_fields_set" | "note_added" | "log_entry_added" | "tags_changed" | "order_assigned" | "order_deleted" | "order_restored" | "person_forgotten")[];
            };
            header?: {
                /** @description The same as `from`, as browsers send it; goes before it. */
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data of each message is an `OrderChange`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountPatch"];
            };
        };
        responses: {
            /** @description As it is now, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description The first key of the new account. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstKey"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWorkflows: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description Not one that is built in. */
                workflow: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowBody"];
            };
        };
        responses: {
            /** @description It, with what stands against publishing it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            /** @description It is new. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 262,144 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description Not one that is built in. */
                workflow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description Not one that is built in. */
                workflow: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowPatch"];
            };
        };
        responses: {
            /** @description It. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkflowVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflow: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowVersion"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description Not one that is built in. */
                workflow: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It, with its new version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWorkflowChanges: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path: {
                workflow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes; empty where there never was such a thing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsChangePage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDocumentType: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page in the order of the keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentTypePage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as warranty; cannot be changed. */
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentType"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putDocumentType: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description Such as warranty; cannot be changed. */
                type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentTypeBody"];
            };
        };
        responses: {
            /** @description As it is now, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentType"];
                };
            };
            /** @description It is new. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentType"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeDocumentType: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description Such as warranty; cannot be changed. */
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentType"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeDocumentType: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description Such as warranty; cannot be changed. */
                type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentTypePatch"];
            };
        };
        responses: {
            /** @description As it is now, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentType"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDocumentTypeChanges: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Such as warranty; cannot be changed. */
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes; empty where there never was such a thing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsChangePage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCustomFields: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page in the order of the keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomFieldsPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What has the fields. */
                target: "order" | "line" | "payment" | "invoice" | "package" | "return_invoice";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomFields"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCustomFields: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description What has the fields. */
                target: "order" | "line" | "payment" | "invoice" | "package" | "return_invoice";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomFieldsBody"];
            };
        };
        responses: {
            /** @description As it is now, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomFields"];
                };
            };
            /** @description It is new. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomFields"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeCustomFields: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description What has the fields. */
                target: "order" | "line" | "payment" | "invoice" | "package" | "return_invoice";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomFields"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCustomFields: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description What has the fields. */
                target: "order" | "line" | "payment" | "invoice" | "package" | "return_invoice";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomFieldsPatch"];
            };
        };
        responses: {
            /** @description As it is now, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomFields"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCustomFieldsChanges: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description What has the fields. */
                target: "order" | "line" | "payment" | "invoice" | "package" | "return_invoice";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes; empty where there never was such a thing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsChangePage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStore: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page in the order of the keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorePage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Stands in orders, and cannot be changed. */
                store: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putStore: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description Stands in orders, and cannot be changed. */
                store: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StoreBody"];
            };
        };
        responses: {
            /** @description As it is now, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description It is new. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeStore: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description Stands in orders, and cannot be changed. */
                store: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeStore: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description Stands in orders, and cannot be changed. */
                store: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StorePatch"];
            };
        };
        responses: {
            /** @description As it is now, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStoreChanges: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Stands in orders, and cannot be changed. */
                store: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes; empty where there never was such a thing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsChangePage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChannel: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page in the order of the keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Stands in orders, and cannot be changed. */
                channel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description Stands in orders, and cannot be changed. */
                channel: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelBody"];
            };
        };
        responses: {
            /** @description As it is now, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description It is new. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description Stands in orders, and cannot be changed. */
                channel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description Stands in orders, and cannot be changed. */
                channel: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelPatch"];
            };
        };
        responses: {
            /** @description As it is now, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChannelChanges: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Stands in orders, and cannot be changed. */
                channel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes; empty where there never was such a thing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsChangePage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStockPlace: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page in the order of the keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockPlacePage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStockPlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Part of the key of stock, and cannot be changed. */
                place: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockPlace"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putStockPlace: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description Part of the key of stock, and cannot be changed. */
                place: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockPlaceBody"];
            };
        };
        responses: {
            /** @description As it is now, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockPlace"];
                };
            };
            /** @description It is new. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockPlace"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeStockPlace: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description Part of the key of stock, and cannot be changed. */
                place: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockPlace"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeStockPlace: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description Part of the key of stock, and cannot be changed. */
                place: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockPlacePatch"];
            };
        };
        responses: {
            /** @description As it is now, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockPlace"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStockPlaceChanges: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Part of the key of stock, and cannot be changed. */
                place: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes; empty where there never was such a thing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsChangePage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProduct: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
                /** @description Beginnings of words of SKU, GTIN and name, between blanks; all must be there. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page in the order of the keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    loadProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: components["schemas"]["ProductInput"][];
                };
            };
        };
        responses: {
            /** @description How many rows were loaded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadAnswer"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 4,194,304 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The stock keeping unit of the account. */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description The stock keeping unit of the account. */
                sku: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductBody"];
            };
        };
        responses: {
            /** @description As it is now, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description It is new. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description The stock keeping unit of the account. */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                /** @description The stock keeping unit of the account. */
                sku: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductPatch"];
            };
        };
        responses: {
            /** @description As it is now, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProductChanges: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The stock keeping unit of the account. */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes; empty where there never was such a thing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsChangePage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listShippingMethod: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page in the order of the keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippingMethodPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    loadShippingMethod: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: components["schemas"]["ShippingMethodInput"][];
                };
            };
        };
        responses: {
            /** @description How many rows were loaded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadAnswer"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 4,194,304 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getShippingMethod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippingMethod"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putShippingMethod: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippingMethodBody"];
            };
        };
        responses: {
            /** @description As it is now, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippingMethod"];
                };
            };
            /** @description It is new. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippingMethod"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeShippingMethod: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippingMethod"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeShippingMethod: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShippingMethodPatch"];
            };
        };
        responses: {
            /** @description As it is now, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShippingMethod"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listShippingMethodChanges: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes; empty where there never was such a thing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsChangePage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCustomer: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
                /** @description Beginnings of names, company and mail address, between blanks; all must be there. Needs personal.view. */
                q?: string;
                /** @description The mail address, in capitals or not. Needs personal.view. */
                email?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page in the order of the keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    loadCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: components["schemas"]["CustomerInput"][];
                };
            };
        };
        responses: {
            /** @description How many rows were loaded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadAnswer"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 4,194,304 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerBody"];
            };
        };
        responses: {
            /** @description As it is now, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description It is new. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerPatch"];
            };
        };
        responses: {
            /** @description As it is now, with its ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCustomerChanges: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes; empty where there never was such a thing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsChangePage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStock: {
        parameters: {
            query?: {
                /** @description Of this SKU alone. Repeat the parameter for any of several. */
                sku?: string[];
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page in the order of SKU and place. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    loadStock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Not needed: repeating changes nothing. */
                "idempotency-key"?: string;
                /** @description The ETag that was read: refused with 412 when it has changed. */
                "if-match"?: string;
                /** @description * adds and never replaces. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: components["schemas"]["StockInput"][];
                };
            };
        };
        responses: {
            /** @description How many rows were loaded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadAnswer"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adjustStock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockAdjustments"];
            };
        };
        responses: {
            /** @description What lies there now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockLevels"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStockMovements: {
        parameters: {
            query: {
                /** @description The stock keeping unit of the account. */
                sku: string;
                /** @description `main` where absent. */
                place?: string;
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of movements. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockMovementPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSettingsChanges: {
        parameters: {
            query?: {
                /** @description Of which kind of setting. */
                kind?: "account" | "store" | "channel" | "product" | "stock_place" | "shipping_method" | "number_template" | "workflow" | "document_type" | "custom_fields" | "role" | "customer" | "key" | "forgetting" | "user";
                /** @description Of which one: a SKU, a store, a customer id. */
                key?: string;
                /** @description Who changed it, such as key:erp. */
                actor?: string;
                /** @description From this instant on. */
                from?: string;
                /** @description Before this instant. */
                to?: string;
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsChangePage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page in the order of the names. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            /** @description The key, and its token this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownKey"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the key. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the key. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the key. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyChanges"];
            };
        };
        responses: {
            /** @description The key after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The name of the key. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The key, and the new token this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownKey"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the key. */
                key: string;
                /** @description Counted in its key. */
                token: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeyChanges: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The name of the key. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes; empty where there never was such a thing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsChangePage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPermissions: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page in the order of the names. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page in the order of the names. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RolePage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRole"];
            };
        };
        responses: {
            /** @description The role. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as night-shift. */
                role: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as night-shift. */
                role: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as night-shift. */
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleChanges"];
            };
        };
        responses: {
            /** @description The role after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRoleChanges: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Such as night-shift. */
                role: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes; empty where there never was such a thing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsChangePage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 50 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of imports. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewImport"];
            };
        };
        responses: {
            /** @description The import, ready for files. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of an import. */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of an import. */
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The import, waiting. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of an import. */
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The import; a running one ends after the batch it is at. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRejectedRows: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: number;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The id of an import. */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectedRowPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadRejectedRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of an import. */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A `RejectedRow` a line. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMails: {
        parameters: {
            query?: {
                state?: "queued" | "sent" | "kept" | "failed" | "withheld";
                /** @description Such as sign_in_code. */
                kind?: string;
                /** @description Such as 1480000500001-01. */
                orderId?: string;
                /** @description A mail address, in whatever spelling. Needs personal.view. */
                recipient?: string;
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 50 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of mails, without address and words. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a mail. */
                mailId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mail. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The id of a mail. */
                mailId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The mail, queued. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mail"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description failed where absent: those that nothing tries any more. */
                state?: "failed" | "waiting";
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tasks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As the list of tasks has it. */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is tried again. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestartedTask"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page in the order of the mail addresses. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteUser"];
            };
        };
        responses: {
            /** @description The person, invited. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeUser"];
            };
        };
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enableUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person, invited. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUserChanges: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes; empty where there never was such a thing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsChangePage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFeeds: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page by id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as erp. */
                feed: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feed"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as erp. */
                feed: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedInput"];
            };
        };
        responses: {
            /** @description The feed as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feed"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as erp. */
                feed: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedFeed"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as erp. */
                feed: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedPause"];
            };
        };
        responses: {
            /** @description The feed, paused. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feed"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as erp. */
                feed: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feed"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pingHook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as erp. */
                feed: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description What became of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HookPing"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as erp. */
                feed: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedReplay"];
            };
        };
        responses: {
            /** @description How many were done before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedItems"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeItems: {
        parameters: {
            query?: {
                /** @description 10 where absent. */
                most?: number;
            };
            header?: never;
            path: {
                /** @description Such as erp. */
                feed: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Items, hidden from others until they are committed or their time is over. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenItems"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commitItems: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as erp. */
                feed: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedCommit"];
            };
        };
        responses: {
            /** @description How many; handles of earlier takes do nothing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommittedItems"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFeedItems: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Such as erp. */
                feed: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of items. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedItemPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                after?: string;
                /** @description 100 where absent. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Such as erp. */
                feed: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page by item and attempt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testExpression: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedTest"];
            };
        };
        responses: {
            /** @description True or false, or why that cannot be said. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedTestAnswer"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewForgetting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonToForget"];
            };
        };
        responses: {
            /** @description Counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForgettingPreview"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgetPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgetPerson"];
            };
        };
        responses: {
            /** @description What proves it: counts, times and hashes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forgetting"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGuestLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 50, without their tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuestLinks"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeGuestLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeGuestLink"];
            };
        };
        responses: {
            /** @description The link. Its token is not shown again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeGuestLink"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeGuestLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadImportFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of an import. */
                importId: string;
                /** @description What the mapping knows it by; its ending tells its format. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import with its file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForCode: {
        parameters: {
            query?: {
                /** @description The shop; the header Docket-Account or the account `default` where absent. */
                account?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskForCode"];
            };
        };
        responses: {
            /** @description A code is on its way, if the address is known. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSignIn: {
        parameters: {
            query?: {
                /** @description The shop; the header Docket-Account or the account `default` where absent. */
                account?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmSignIn"];
            };
        };
        responses: {
            /** @description The session, which is always a new one. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopperSession"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getShopperSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShopperSession"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnOrders: {
        parameters: {
            query?: {
                /** @description From `next` of the page before. */
                cursor?: string;
                /** @description 20 where absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnOrderPage"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. ETag is its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnOrder"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnTimeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The timelines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelOwnOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
            };
            path: {
                /** @description Such as 1480000500001-01. */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelOwnOrder"];
            };
        };
        responses: {
            /** @description The order after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnOrder"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGuestOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the link. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. ETag is its version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnOrder"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGuestTimeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the link. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The timelines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelGuestOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kept for 7 days. The same key with the same request answers what the first one did, marked Idempotency-Replayed; with another request it is refused. */
                "idempotency-key"?: string;
                /** @description The ETag of the order, several of them, or *: refused with 412 when it has another version by now. A weak tag matches none. */
                "if-match"?: string;
            };
            path: {
                /** @description Of the link. */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelOwnOrder"];
            };
        };
        responses: {
            /** @description The order after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnOrder"];
                };
            };
            /** @description The request cannot be read; the pointer names the field. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No credentials, or wrong ones. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key lacks the permission, or the actor may not. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What the address names is not there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The state of the order or the stock stands against it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order has another version than If-Match names. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1,048,576 bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not plain JSON in UTF-8. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A value in the request cannot be right. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once, or too often; Retry-After says how many seconds to wait. RateLimit tells beforehand how many requests are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached; try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
