//! What several fields of a manifest together must not say.

use crate::recognizer::Category;

use super::{
    Level, Lint, below,
    fields::{CLASSES, PURPOSES, host},
    words,
};

/// Purposes that stand apart, for messages.
const APART: &str = "advertising, sale, scoring and profiling";

impl Lint<'_> {
    /// The fields are what they must be, each by itself.
    pub(super) fn rules(&mut self) {
        for list in ["recipients", "purposes", "categories"] {
            self.unique(list);
        }
        self.recipients();
        self.purposes();
        for category in self.leaves.items("categories") {
            self.category(&category);
        }
        self.answers();
        for (index, right) in self.leaves.items("rights").iter().enumerate() {
            if self.leaves.get(&below(right, "how")).or_else(|| self.leaves.get(&below(right, "url"))).is_none() {
                let message = format_args!("should say how to use it: `how` or `url`");
                self.report("missing", Level::Warning, &format!("rights[{index}].how"), message);
            }
        }
        if self.leaves.flag("locked") && self.leaves.get("signature").is_none() {
            self.report(
                "lock",
                Level::Warning,
                "signature",
                format_args!("is missing: a lock that is not signed can be taken off"),
            );
        }
    }

    fn unique(&mut self, list: &str) {
        let ids: Vec<(String, &str)> = self.leaves.texts(list, ".id");
        for (index, (path, id)) in ids.iter().enumerate() {
            if ids[..index].iter().any(|(_, before)| before == id) {
                self.error("twice", path, format_args!("\"{id}\" stands here twice: each id once"));
            }
        }
    }

    /// What travels in the open is meant, or it does not travel.
    fn recipients(&mut self) {
        for recipient in self.leaves.items("recipients") {
            if self.leaves.flag(&below(&recipient, "insecure")) {
                continue;
            }
            let origins: Vec<(String, &str)> = self.leaves.texts(&below(&recipient, "origins"), "");
            for (path, origin) in origins {
                if host(origin).is_some_and(|(host, open)| open && !is_this_device(host)) {
                    let message = format_args!("must be https: or wss:; where an open line is meant, `insecure: true` says so");
                    self.error("insecure", &path, message);
                }
            }
        }
    }

    fn purposes(&mut self) {
        let wanted: Vec<&str> = self.leaves.texts("languages", "").into_iter().map(|(_, language)| language).collect();
        let mut texts: Vec<String> = self.leaves.items("sources");
        for purpose in self.leaves.items("purposes") {
            let text = below(&purpose, "text");
            let languages: Vec<String> = self.languages(&text).into_iter().map(str::to_owned).collect();
            for language in languages {
                let path = format!("{text}.{language}");
                let words = self.leaves.text(&path).unwrap_or_default();
                if words::is_vague(words) {
                    let message =
                        format_args!("must say what happens with the data, such as \"answer your question about an order\"");
                    self.error("vague", &path, message);
                }
                if !self.is_apart(&purpose) && words::is_advertising(words) {
                    let message =
                        format_args!("must not bundle advertising: make it a purpose of its own, with dpv:TargetedAdvertising");
                    self.error("bundled", &path, message);
                }
            }
            if self.is_apart(&purpose) && self.leaves.text(&below(&purpose, "optional")) == Some("false") {
                self.error(
                    "bundled",
                    &below(&purpose, "optional"),
                    format_args!("must be true or left out: {APART} are optional"),
                );
            }
            texts.push(text);
        }
        for text in texts {
            let languages = self.languages(&text);
            let lacking: Vec<&str> = wanted.iter().copied().filter(|wanted| !languages.contains(wanted)).collect();
            if !lacking.is_empty() {
                self.report("language", Level::Warning, &text, format_args!("should also be there in {}", lacking.join(", ")));
            }
        }
    }

    /// Advertising, sale, scoring or profiling.
    fn is_apart(&self, purpose: &str) -> bool {
        let term = self.leaves.text(&below(purpose, "dpv"));
        PURPOSES.iter().any(|(known, apart)| *apart && Some(*known) == term)
    }

    fn category(&mut self, category: &str) {
        let info = self.leaves.text(&below(category, "id")).and_then(Category::from_id).map(Category::info);
        let Some(info) = info else { return };
        let path = below(category, "class");
        if let Some(class) = self.leaves.text(&path) {
            let place = |id: &str| CLASSES.iter().position(|class| class.id() == id);
            if place(class) > place(info.class.id()) {
                self.error("class", &path, format_args!("must be {} or stricter", info.class.id()));
            }
        }
        let purposes: Vec<(String, &str)> = self.leaves.texts(&below(category, "purposes"), "");
        let known: Vec<(String, &str)> = self.leaves.texts("purposes", ".id");
        let declared =
            |id: &str| known.iter().find(|(_, known)| *known == id).map(|(path, _)| path.strip_suffix(".id").unwrap_or(path));
        for (path, id) in &purposes {
            if declared(id).is_none() {
                let ids: Vec<&str> = known.iter().map(|(_, id)| *id).collect();
                self.error("reference", path, format_args!("names no purpose: known are {}", ids.join(", ")));
            }
        }
        if !purposes.is_empty() && self.leaves.get(&below(category, "retention")).is_none() {
            let message = format_args!("is missing: must say how long it is kept, such as P90D");
            self.error("missing", &below(category, "retention"), message);
        }
        let only_apart =
            !purposes.is_empty() && purposes.iter().all(|(_, id)| declared(id).is_some_and(|purpose| self.is_apart(purpose)));
        if only_apart {
            let message = format_args!("must name what the service needs it for: {APART} alone are no reason to ask in a chat");
            self.error("bundled", &below(category, "purposes"), message);
        }
        let needed: Vec<(String, &str)> = self.leaves.texts(&below(category, "necessaryFor"), "");
        for (path, id) in needed {
            if !purposes.iter().any(|(_, purpose)| *purpose == id) {
                let ids: Vec<&str> = purposes.iter().map(|(_, id)| *id).collect();
                self.error("reference", &path, format_args!("is not among the purposes of this category: {}", ids.join(", ")));
            } else if declared(id).is_some_and(|purpose| self.is_apart(purpose) || self.leaves.flag(&below(purpose, "optional")))
            {
                let message = format_args!("must not name \"{id}\": {APART} are never needed, nor is what is optional");
                self.error("bundled", &path, message);
            }
        }
    }

    /// What the customer is told about machines.
    fn answers(&mut self) {
        let machine = self.leaves.texts("recipients", ".kind").iter().any(|(_, kind)| *kind != "human");
        if self.leaves.text("ai") == Some("human") && machine {
            self.error("contradiction", "ai", format_args!("must be ai or mixed: a machine answers at one of the recipients"));
        }
        let restricted = self.leaves.texts("restrictions", "").iter().any(|(_, restriction)| *restriction == "no-training");
        if self.leaves.flag("learnsFromChats") && restricted {
            self.error("contradiction", "learnsFromChats", format_args!("must be false where `restrictions` say no-training"));
        }
        let review = self.leaves.texts("rights", ".id").iter().any(|(_, right)| right.ends_with("A22"));
        for purpose in self.leaves.items("purposes") {
            let path = below(&purpose, "automatedDecision");
            if !review && self.leaves.flag(&path) {
                self.error(
                    "automated",
                    &path,
                    format_args!("must come with the right to a human review: eu-gdpr:A22 in `rights`"),
                );
            }
        }
    }
}

/// Nobody listens on the way to it.
fn is_this_device(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    name == "[::1]"
        || name.rsplit('.').next() == Some("localhost")
        || (name.starts_with("127.") && name.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'))
}
