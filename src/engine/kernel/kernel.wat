;; What ranking adds up for every carrier, four or eight rows at a time, and the vectors of words. Its bytes are in kernel-bytes.ts; what each
;; function does is said once more in TypeScript, as slow as it is plain, by the test that holds the two together
;; (test/engine/kernel.test.ts, which also writes the bytes anew: npx vitest run test/engine/kernel.test.ts -u).
;;
;; Columns are addresses in the memory of the index; `$at` counts the bytes of a column of 32 bits, so that a row of 16
;; bits is at half of it and one of 8 bits at a quarter. `$end` is where the last whole group of rows ends; there is one
;; row at least, for every loop looks at a group before it asks whether there is another.
(module
  (import "index" "memory" (memory 1 65536 shared))

  ;; sums[row] += a[row]·i + b[row]·j + c[row]·k + d[row]·l; all are whole numbers. `$ij` is i + j·2¹⁶, `$kl` likewise.
  ;; Two columns are laid into each other, so that one multiplication takes eight numbers and adds them in pairs.
  (func (export "addFour")
    (param $a i32) (param $b i32) (param $c i32) (param $d i32) (param $ij i32) (param $kl i32)
    (param $sums i32) (param $end i32)
    (local $at i32) (local $half i32)
    (local $as v128) (local $bs v128) (local $cs v128) (local $ds v128) (local $ijs v128) (local $kls v128)
    (local.set $ijs (i32x4.splat (local.get $ij)))
    (local.set $kls (i32x4.splat (local.get $kl)))
    (loop $eight
      (local.set $half (i32.shr_u (local.get $at) (i32.const 1)))
      (local.set $as (v128.load (i32.add (local.get $a) (local.get $half))))
      (local.set $bs (v128.load (i32.add (local.get $b) (local.get $half))))
      (local.set $cs (v128.load (i32.add (local.get $c) (local.get $half))))
      (local.set $ds (v128.load (i32.add (local.get $d) (local.get $half))))
      (v128.store (i32.add (local.get $sums) (local.get $at))
        (i32x4.add (v128.load (i32.add (local.get $sums) (local.get $at)))
          (i32x4.add
            (i32x4.dot_i16x8_s (local.get $ijs)
              (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23 (local.get $as) (local.get $bs)))
            (i32x4.dot_i16x8_s (local.get $kls)
              (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23 (local.get $cs) (local.get $ds))))))
      (v128.store offset=16 (i32.add (local.get $sums) (local.get $at))
        (i32x4.add (v128.load offset=16 (i32.add (local.get $sums) (local.get $at)))
          (i32x4.add
            (i32x4.dot_i16x8_s (local.get $ijs)
              (i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31 (local.get $as) (local.get $bs)))
            (i32x4.dot_i16x8_s (local.get $kls)
              (i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31 (local.get $cs) (local.get $ds))))))
      (local.set $at (i32.add (local.get $at) (i32.const 32)))
      (br_if $eight (i32.lt_u (local.get $at) (local.get $end)))))

  ;; into[row] += min(column[row], most)
  (func (export "addAtMost") (param $column i32) (param $most f32) (param $into i32) (param $end i32)
    (local $at i32) (local $mosts v128)
    (local.set $mosts (f32x4.splat (local.get $most)))
    (loop $four
      (v128.store (i32.add (local.get $into) (local.get $at))
        (f32x4.add
          (v128.load (i32.add (local.get $into) (local.get $at)))
          (f32x4.min (v128.load (i32.add (local.get $column) (local.get $at))) (local.get $mosts))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $four (i32.lt_u (local.get $at) (local.get $end)))))

  ;; into[row] += column[row] · weight, of a column of bytes
  (func (export "addWeighted") (param $column i32) (param $weight f32) (param $into i32) (param $end i32)
    (local $at i32) (local $weights v128)
    (local.set $weights (f32x4.splat (local.get $weight)))
    (loop $four
      (v128.store (i32.add (local.get $into) (local.get $at))
        (f32x4.add
          (v128.load (i32.add (local.get $into) (local.get $at)))
          (f32x4.mul (local.get $weights)
            (f32x4.convert_i32x4_u (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u
              (v128.load32_zero (i32.add (local.get $column) (i32.shr_u (local.get $at) (i32.const 2))))))))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $four (i32.lt_u (local.get $at) (local.get $end)))))

  ;; into[row] = sums[row] / (sums[row] + half)
  (func (export "saturate") (param $sums i32) (param $half f32) (param $into i32) (param $end i32)
    (local $at i32) (local $halves v128) (local $values v128)
    (local.set $halves (f32x4.splat (local.get $half)))
    (loop $four
      (local.set $values (f32x4.convert_i32x4_s (v128.load (i32.add (local.get $sums) (local.get $at)))))
      (v128.store (i32.add (local.get $into) (local.get $at))
        (f32x4.div (local.get $values) (f32x4.add (local.get $values) (local.get $halves))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $four (i32.lt_u (local.get $at) (local.get $end)))))

  ;; sure[row] = min(known[row], own)
  ;; overlaps[row] = sure[row] · overlaps[row]
  ;; trust[row] = 1 − discount · (sure[row] − min(sure[row], 2 · overlaps[row]))
  ;; subjects[row] = trust[row] · subjects[row]
  (func (export "trustSectors")
    (param $known i32) (param $own f32) (param $discount f32)
    (param $sure i32) (param $overlaps i32) (param $trust i32) (param $subjects i32) (param $end i32)
    (local $at i32) (local $owns v128) (local $discounts v128)
    (local $sures v128) (local $overlap v128) (local $trusts v128)
    (local.set $owns (f32x4.splat (local.get $own)))
    (local.set $discounts (f32x4.splat (local.get $discount)))
    (loop $four
      (local.set $sures (f32x4.min (v128.load (i32.add (local.get $known) (local.get $at))) (local.get $owns)))
      (local.set $overlap (f32x4.mul (local.get $sures) (v128.load (i32.add (local.get $overlaps) (local.get $at)))))
      (local.set $trusts
        (f32x4.sub (f32x4.splat (f32.const 1))
          (f32x4.mul (local.get $discounts)
            (f32x4.sub (local.get $sures)
              (f32x4.min (local.get $sures) (f32x4.add (local.get $overlap) (local.get $overlap)))))))
      (v128.store (i32.add (local.get $sure) (local.get $at)) (local.get $sures))
      (v128.store (i32.add (local.get $overlaps) (local.get $at)) (local.get $overlap))
      (v128.store (i32.add (local.get $trust) (local.get $at)) (local.get $trusts))
      (v128.store (i32.add (local.get $subjects) (local.get $at))
        (f32x4.mul (local.get $trusts) (v128.load (i32.add (local.get $subjects) (local.get $at)))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $four (i32.lt_u (local.get $at) (local.get $end)))))

  ;; most[row] = own · factors[row] · (always + subject · subjects[row] + record · trust[row] + capability[row] + stage
  ;;   + byNeeds · needs[row] + byOverlap · overlaps[row] + bySure · sure[row])
  ;; where always, subject and record are of traits[row] xor language, four numbers for each, and stage of windows[row].
  ;; peaks: the greatest of sixteen rows after the other; what is no number is none of them.
  (func (export "bounds")
    (param $traits i32) (param $language i32) (param $tables i32) (param $windows i32) (param $stages i32)
    (param $subjects i32) (param $trust i32) (param $needs i32) (param $overlaps i32) (param $sure i32)
    (param $capability i32) (param $factors i32) (param $own f32)
    (param $byNeeds f32) (param $byOverlap f32) (param $bySure f32)
    (param $most i32) (param $peaks i32) (param $end i32)
    (local $at i32) (local $row i32) (local $traitsOf i32) (local $peak v128) (local $sum v128)
    (local $one v128) (local $two v128) (local $three v128) (local $four v128)
    (local.set $peak (f32x4.splat (f32.const -1)))
    (loop $next
      (local.set $row (i32.shr_u (local.get $at) (i32.const 2)))
      ;; four rows of (always, subject, record, –) become always, subject and record of four rows
      (local.set $traitsOf (i32.add (local.get $traits) (local.get $row)))
      (local.set $one (v128.load (i32.add (local.get $tables)
        (i32.shl (i32.xor (i32.load8_u (local.get $traitsOf)) (local.get $language)) (i32.const 4)))))
      (local.set $two (v128.load (i32.add (local.get $tables)
        (i32.shl (i32.xor (i32.load8_u offset=1 (local.get $traitsOf)) (local.get $language)) (i32.const 4)))))
      (local.set $three (v128.load (i32.add (local.get $tables)
        (i32.shl (i32.xor (i32.load8_u offset=2 (local.get $traitsOf)) (local.get $language)) (i32.const 4)))))
      (local.set $four (v128.load (i32.add (local.get $tables)
        (i32.shl (i32.xor (i32.load8_u offset=3 (local.get $traitsOf)) (local.get $language)) (i32.const 4)))))
      (local.set $sum
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $one) (local.get $two)))
      (local.set $one
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $one) (local.get $two)))
      (local.set $two
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $three) (local.get $four)))
      (local.set $three
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $three) (local.get $four)))
      ;; record · trust
      (local.set $one
        (f32x4.mul (v128.load (i32.add (local.get $trust) (local.get $at)))
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $one) (local.get $three))))
      ;; subject · subjects
      (local.set $four
        (f32x4.mul (v128.load (i32.add (local.get $subjects) (local.get $at)))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $sum) (local.get $two))))
      (local.set $sum
        (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $sum) (local.get $two)))
      (local.set $sum (f32x4.add (local.get $sum) (f32x4.add (local.get $one) (local.get $four))))
      (local.set $sum (f32x4.add (local.get $sum)
        (f32x4.mul (f32x4.splat (local.get $byNeeds)) (v128.load (i32.add (local.get $needs) (local.get $at))))))
      (local.set $sum (f32x4.add (local.get $sum)
        (f32x4.mul (f32x4.splat (local.get $byOverlap)) (v128.load (i32.add (local.get $overlaps) (local.get $at))))))
      (local.set $sum (f32x4.add (local.get $sum)
        (f32x4.mul (f32x4.splat (local.get $bySure)) (v128.load (i32.add (local.get $sure) (local.get $at))))))
      (local.set $sum (f32x4.add (local.get $sum) (v128.load (i32.add (local.get $capability) (local.get $at)))))
      (local.set $row (i32.add (local.get $windows) (local.get $row)))
      (local.set $one (v128.load32_zero
        (i32.add (local.get $stages) (i32.shl (i32.load8_u (local.get $row)) (i32.const 2)))))
      (local.set $one (v128.load32_lane 1
        (i32.add (local.get $stages) (i32.shl (i32.load8_u offset=1 (local.get $row)) (i32.const 2))) (local.get $one)))
      (local.set $one (v128.load32_lane 2
        (i32.add (local.get $stages) (i32.shl (i32.load8_u offset=2 (local.get $row)) (i32.const 2))) (local.get $one)))
      (local.set $one (v128.load32_lane 3
        (i32.add (local.get $stages) (i32.shl (i32.load8_u offset=3 (local.get $row)) (i32.const 2))) (local.get $one)))
      (local.set $sum
        (f32x4.mul
          (f32x4.mul (f32x4.splat (local.get $own)) (v128.load (i32.add (local.get $factors) (local.get $at))))
          (f32x4.add (local.get $sum) (local.get $one))))
      (v128.store (i32.add (local.get $most) (local.get $at)) (local.get $sum))
      (local.set $peak (f32x4.pmax (local.get $peak) (local.get $sum)))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (if (i32.eqz (i32.and (local.get $at) (i32.const 63)))
        (then
          (local.set $peak (f32x4.pmax (local.get $peak)
            (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $peak) (local.get $peak))))
          (local.set $peak (f32x4.pmax (local.get $peak)
            (i8x16.shuffle 4 5 6 7 0 1 2 3 4 5 6 7 0 1 2 3 (local.get $peak) (local.get $peak))))
          (f32.store (local.get $peaks) (f32x4.extract_lane 0 (local.get $peak)))
          (local.set $peaks (i32.add (local.get $peaks) (i32.const 4)))
          (local.set $peak (f32x4.splat (f32.const -1)))))
      (br_if $next (i32.lt_u (local.get $at) (local.get $end)))))

  ;; sums[d] += weights[n]·vector n[d], vector after vector: each sum of 64 bits in this order. `$starts` to `$last` are
  ;; the addresses of the vectors, of which four are taken at a time, `$end` the bytes of one in 32 bits.
  (func (export "addVectors")
    (param $starts i32) (param $last i32) (param $weights i32) (param $sums i32) (param $end i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32) (local $at i32) (local $twice i32) (local $sum v128)
    (local $i v128) (local $j v128) (local $k v128) (local $l v128)
    (local $as v128) (local $bs v128) (local $cs v128) (local $ds v128)
    (loop $vectors
      (local.set $a (i32.load (local.get $starts)))
      (local.set $b (i32.load offset=4 (local.get $starts)))
      (local.set $c (i32.load offset=8 (local.get $starts)))
      (local.set $d (i32.load offset=12 (local.get $starts)))
      (local.set $i (v128.load64_splat (local.get $weights)))
      (local.set $j (v128.load64_splat offset=8 (local.get $weights)))
      (local.set $k (v128.load64_splat offset=16 (local.get $weights)))
      (local.set $l (v128.load64_splat offset=24 (local.get $weights)))
      (local.set $at (i32.const 0))
      (loop $four
        (local.set $twice (i32.shl (local.get $at) (i32.const 1)))
        (local.set $as (v128.load (i32.add (local.get $a) (local.get $at))))
        (local.set $bs (v128.load (i32.add (local.get $b) (local.get $at))))
        (local.set $cs (v128.load (i32.add (local.get $c) (local.get $at))))
        (local.set $ds (v128.load (i32.add (local.get $d) (local.get $at))))
        (local.set $sum (v128.load (i32.add (local.get $sums) (local.get $twice))))
        (local.set $sum (f64x2.add (local.get $sum)
          (f64x2.mul (local.get $i) (f64x2.promote_low_f32x4 (local.get $as)))))
        (local.set $sum (f64x2.add (local.get $sum)
          (f64x2.mul (local.get $j) (f64x2.promote_low_f32x4 (local.get $bs)))))
        (local.set $sum (f64x2.add (local.get $sum)
          (f64x2.mul (local.get $k) (f64x2.promote_low_f32x4 (local.get $cs)))))
        (local.set $sum (f64x2.add (local.get $sum)
          (f64x2.mul (local.get $l) (f64x2.promote_low_f32x4 (local.get $ds)))))
        (v128.store (i32.add (local.get $sums) (local.get $twice)) (local.get $sum))
        (local.set $sum (v128.load offset=16 (i32.add (local.get $sums) (local.get $twice))))
        (local.set $sum (f64x2.add (local.get $sum)
          (f64x2.mul (local.get $i) (f64x2.promote_low_f32x4
            (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $as) (local.get $as))))))
        (local.set $sum (f64x2.add (local.get $sum)
          (f64x2.mul (local.get $j) (f64x2.promote_low_f32x4
            (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $bs) (local.get $bs))))))
        (local.set $sum (f64x2.add (local.get $sum)
          (f64x2.mul (local.get $k) (f64x2.promote_low_f32x4
            (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $cs) (local.get $cs))))))
        (local.set $sum (f64x2.add (local.get $sum)
          (f64x2.mul (local.get $l) (f64x2.promote_low_f32x4
            (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $ds) (local.get $ds))))))
        (v128.store offset=16 (i32.add (local.get $sums) (local.get $twice)) (local.get $sum))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $four (i32.lt_u (local.get $at) (local.get $end))))
      (local.set $weights (i32.add (local.get $weights) (i32.const 32)))
      (local.set $starts (i32.add (local.get $starts) (i32.const 16)))
      (br_if $vectors (i32.lt_u (local.get $starts) (local.get $last)))))
)
