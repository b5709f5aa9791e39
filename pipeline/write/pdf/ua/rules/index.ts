import type { Rule } from "../rule.js";
import { rule5_1 } from "./5-1.js";
import { rule5_2 } from "./5-2.js";
import { rule6_1_1 } from "./6.1-1.js";
import { rule6_2_1 } from "./6.2-1.js";
import { rule7_1_1 } from "./7.1-1.js";
import { rule7_1_2 } from "./7.1-2.js";
import { rule7_1_3 } from "./7.1-3.js";
import { rule7_1_4 } from "./7.1-4.js";
import { rule7_1_5 } from "./7.1-5.js";
import { rule7_1_6 } from "./7.1-6.js";
import { rule7_1_7 } from "./7.1-7.js";
import { rule7_1_8 } from "./7.1-8.js";
import { rule7_1_9 } from "./7.1-9.js";
import { rule7_1_10 } from "./7.1-10.js";
import { rule7_1_11 } from "./7.1-11.js";
import { rule7_1_12 } from "./7.1-12.js";
import { rule7_2_2 } from "./7.2-2.js";
import { rule7_2_3 } from "./7.2-3.js";
import { rule7_2_4 } from "./7.2-4.js";
import { rule7_2_5 } from "./7.2-5.js";
import { rule7_2_6 } from "./7.2-6.js";
import { rule7_2_7 } from "./7.2-7.js";
import { rule7_2_8 } from "./7.2-8.js";
import { rule7_2_9 } from "./7.2-9.js";
import { rule7_2_10 } from "./7.2-10.js";
import { rule7_2_11 } from "./7.2-11.js";
import { rule7_2_12 } from "./7.2-12.js";
import { rule7_2_13 } from "./7.2-13.js";
import { rule7_2_14 } from "./7.2-14.js";
import { rule7_2_15 } from "./7.2-15.js";
import { rule7_2_16 } from "./7.2-16.js";
import { rule7_2_17 } from "./7.2-17.js";
import { rule7_2_18 } from "./7.2-18.js";
import { rule7_2_19 } from "./7.2-19.js";
import { rule7_2_20 } from "./7.2-20.js";
import { rule7_2_21 } from "./7.2-21.js";
import { rule7_2_22 } from "./7.2-22.js";
import { rule7_2_23 } from "./7.2-23.js";
import { rule7_2_24 } from "./7.2-24.js";
import { rule7_2_26 } from "./7.2-26.js";
import { rule7_2_27 } from "./7.2-27.js";
import { rule7_2_28 } from "./7.2-28.js";
import { rule7_2_29 } from "./7.2-29.js";
import { rule7_2_30 } from "./7.2-30.js";
import { rule7_2_33 } from "./7.2-33.js";
import { rule7_2_34 } from "./7.2-34.js";
import { rule7_2_36 } from "./7.2-36.js";
import { rule7_2_37 } from "./7.2-37.js";
import { rule7_2_38 } from "./7.2-38.js";
import { rule7_2_39 } from "./7.2-39.js";
import { rule7_2_40 } from "./7.2-40.js";
import { rule7_2_41 } from "./7.2-41.js";
import { rule7_2_42 } from "./7.2-42.js";
import { rule7_3_1 } from "./7.3-1.js";
import { rule7_3_2 } from "./7.3-2.js";
import { rule7_4_2_1 } from "./7.4.2-1.js";
import { rule7_4_4_1 } from "./7.4.4-1.js";
import { rule7_4_4_2 } from "./7.4.4-2.js";
import { rule7_4_4_3 } from "./7.4.4-3.js";
import { rule7_5_1 } from "./7.5-1.js";
import { rule7_5_2 } from "./7.5-2.js";
import { rule7_6_1 } from "./7.6-1.js";
import { rule7_7_1 } from "./7.7-1.js";
import { rule7_9_1 } from "./7.9-1.js";
import { rule7_9_2 } from "./7.9-2.js";
import { rule7_18_1_1 } from "./7.18.1-1.js";
import { rule7_18_1_2 } from "./7.18.1-2.js";
import { rule7_18_3_1 } from "./7.18.3-1.js";
import { rule7_18_4_1 } from "./7.18.4-1.js";
import { rule7_18_5_1 } from "./7.18.5-1.js";
import { rule7_18_5_2 } from "./7.18.5-2.js";
import { rule7_20_1 } from "./7.20-1.js";
import { rule7_20_2 } from "./7.20-2.js";
import { rule7_21_3_2_1 } from "./7.21.3.2-1.js";
import { rule7_21_3_3_1 } from "./7.21.3.3-1.js";
import { rule7_21_4_1_1 } from "./7.21.4.1-1.js";
import { rule7_21_4_1_2 } from "./7.21.4.1-2.js";
import { rule7_21_5_1 } from "./7.21.5-1.js";
import { rule7_21_7_1 } from "./7.21.7-1.js";
import { rule7_21_7_2 } from "./7.21.7-2.js";
import { rule7_21_8_1 } from "./7.21.8-1.js";

/** The demands of PDF/UA-1 that are checked, in the order of its clauses. */
export const rules: readonly Rule[] = [
  rule5_1,
  rule5_2,
  rule6_1_1,
  rule6_2_1,
  rule7_1_1,
  rule7_1_2,
  rule7_1_3,
  rule7_1_4,
  rule7_1_5,
  rule7_1_6,
  rule7_1_7,
  rule7_1_8,
  rule7_1_9,
  rule7_1_10,
  rule7_1_11,
  rule7_1_12,
  rule7_2_2,
  rule7_2_3,
  rule7_2_4,
  rule7_2_5,
  rule7_2_6,
  rule7_2_7,
  rule7_2_8,
  rule7_2_9,
  rule7_2_10,
  rule7_2_11,
  rule7_2_12,
  rule7_2_13,
  rule7_2_14,
  rule7_2_15,
  rule7_2_16,
  rule7_2_17,
  rule7_2_18,
  rule7_2_19,
  rule7_2_20,
  rule7_2_21,
  rule7_2_22,
  rule7_2_23,
  rule7_2_24,
  rule7_2_26,
  rule7_2_27,
  rule7_2_28,
  rule7_2_29,
  rule7_2_30,
  rule7_2_33,
  rule7_2_34,
  rule7_2_36,
  rule7_2_37,
  rule7_2_38,
  rule7_2_39,
  rule7_2_40,
  rule7_2_41,
  rule7_2_42,
  rule7_3_1,
  rule7_3_2,
  rule7_4_2_1,
  rule7_4_4_1,
  rule7_4_4_2,
  rule7_4_4_3,
  rule7_5_1,
  rule7_5_2,
  rule7_6_1,
  rule7_7_1,
  rule7_9_1,
  rule7_9_2,
  rule7_18_1_1,
  rule7_18_1_2,
  rule7_18_3_1,
  rule7_18_4_1,
  rule7_18_5_1,
  rule7_18_5_2,
  rule7_20_1,
  rule7_20_2,
  rule7_21_3_2_1,
  rule7_21_3_3_1,
  rule7_21_4_1_1,
  rule7_21_4_1_2,
  rule7_21_5_1,
  rule7_21_7_1,
  rule7_21_7_2,
  rule7_21_8_1,
];
