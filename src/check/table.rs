//! Tables of `data/` that are read when this is compiled: rows of columns with a tab between, below a heading.

/// How many rows stand below the heading.
pub(crate) const fn rows(table: &[u8]) -> usize {
    let (mut rows, mut at) = (0, 0);
    while at < table.len() {
        rows += (table[at] == b'\n') as usize;
        at += 1;
    }
    rows - 1
}

/// What stands behind the next of these signs.
pub(crate) const fn behind(table: &[u8], mut at: usize, sign: u8) -> usize {
    while table[at] != sign {
        at += 1;
    }
    at + 1
}

/// The number whose digits begin here.
pub(crate) const fn number_at(table: &[u8], mut at: usize) -> u32 {
    let mut number = 0;
    while table[at].is_ascii_digit() {
        number = number * 10 + (table[at] - b'0') as u32;
        at += 1;
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_row_by_row() {
        let table = b"name\tnumber\none\t1\ntwelve\t12\n";
        let row = behind(table, behind(table, 0, b'\n'), b'\n');
        assert_eq!(rows(table), 2);
        assert_eq!(number_at(table, behind(table, row, b'\t')), 12);
    }
}
