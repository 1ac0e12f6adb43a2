mod fold; mod phones;
pub fn run() { let (p,s) = fold::generate().unwrap();  std::fs::write(format!("/work/main/{p}"), s).unwrap(); 
let m = serde_json::from_str(&std::fs::read_to_string("/tmp/pk/node_modules/libphonenumber-js/metadata.max.json").unwrap()).unwrap();
let (_,s) = phones::generate(&m).unwrap();  std::fs::write("/tmp/phones.tsv", s).unwrap(); 
}
