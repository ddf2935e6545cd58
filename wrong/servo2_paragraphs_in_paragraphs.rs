// From the tokens grows a tree. Its nodes lie in one list and know each other by their
// places in it, so that each can name its parent and its children. The stack of open
// elements says where the next node belongs, and no page is so broken that there is no tree.

enum Token<'a> {
    Start(&'a str),
    End(&'a str),
    Text(&'a str),
}

struct Node {
    name: String,
    parent: Option<usize>,
    children: Vec<usize>,
}

struct Document {
    nodes: Vec<Node>,
}

impl Document {
    fn new() -> Document {
        let root = Node {
            name: "document".to_string(),
            parent: None,
            children: Vec::new(),
        };
        Document { nodes: vec![root] }
    }

    /// Hangs a new node under `parent` and gives its place in the list.
    fn append(&mut self, parent: usize, name: &str) -> usize {
        // A reference into the list would not survive `push`, a number does.
        let place = self.nodes.len();
        self.nodes.push(Node {
            name: name.to_string(),
            parent: Some(parent),
            children: Vec::new(),
        });
        self.nodes[parent].children.push(place);
        place
    }

    /// The tree in one line: `ul(li(one) li(two))`.
    fn outline(&self, place: usize) -> String {
        let node = &self.nodes[place];
        if node.children.is_empty() {
            return node.name.clone();
        }
        let children: Vec<String> = node.children.iter().map(|&c| self.outline(c)).collect();
        format!("{}({})", node.name, children.join(" "))
    }

    /// The way up, from a node to the document.
    fn ancestors(&self, place: usize) -> Vec<&str> {
        let parents = std::iter::successors(self.nodes[place].parent, |&p| self.nodes[p].parent);
        parents.map(|p| self.nodes[p].name.as_str()).collect()
    }
}

/// Elements that have no content and no end tag.
const VOID: [&str; 4] = ["br", "hr", "img", "meta"];

struct TreeBuilder {
    document: Document,
    /// The elements without an end tag so far, the innermost last. The first is the document.
    open: Vec<usize>,
}

impl TreeBuilder {
    fn new() -> TreeBuilder {
        TreeBuilder {
            document: Document::new(),
            open: vec![0],
        }
    }

    fn take(&mut self, token: &Token) {
        match token {
            Token::Start(name) => {
                // A paragraph cannot stand in a paragraph, so the next one ends it.

                let place = self.append(name);
                if !VOID.contains(name) {
                    self.open.push(place);
                }
            }
            Token::End(name) => self.close(name),
            Token::Text(text) => {
                self.append(text);
            }
        }
    }

    /// Into the innermost open element.
    fn append(&mut self, name: &str) -> usize {
        let innermost = self.open[self.open.len() - 1];
        self.document.append(innermost, name)
    }

    /// Closes the innermost open element of that name and all that is open in it.
    fn close(&mut self, name: &str) {
        // The document itself is always open: whatever happens, there is an innermost element.
        let named = |&place: &usize| self.document.nodes[place].name == name;
        if let Some(depth) = self.open.iter().rposition(named) {
            self.open.truncate(depth);
        }
    }
}

fn build(tokens: &[Token]) -> Document {
    let mut builder = TreeBuilder::new();
    for token in tokens {
        builder.take(token);
    }
    builder.document
}

fn main() {
    let document = build(&[
        Token::Start("p"),
        Token::Text("one"),
        Token::Start("p"),
        Token::Text("two"),
        Token::End("p"),
    ]);
    println!("{}", document.outline(0));
    println!("{:?}", document.ancestors(4));
}

#[cfg(test)]
mod tests {
    use super::*;
    use Token::{End, Start, Text};

    fn outline(tokens: &[Token]) -> String {
        build(tokens).outline(0)
    }

    #[test]
    fn elements_stand_in_the_element_that_is_open() {
        let page = [
            Start("ul"),
            Start("li"),
            Text("one"),
            End("li"),
            Start("li"),
            Text("two"),
            End("li"),
            End("ul"),
            Text("end"),
        ];
        assert_eq!(outline(&page), "document(ul(li(one) li(two)) end)");
    }

    #[test]
    fn a_node_finds_its_ancestors() {
        let document = build(&[Start("ul"), Start("li"), Text("one")]);
        assert_eq!(document.ancestors(3), ["li", "ul", "document"]);
        assert!(document.ancestors(0).is_empty());
    }

    #[test]
    fn nothing_goes_into_a_void_element() {
        let page = [
            Start("div"),
            Start("br"),
            Text("a"),
            Start("img"),
            Text("b"),
        ];
        assert_eq!(outline(&page), "document(div(br a img b))");
    }

    #[test]
    fn a_paragraph_ends_where_the_next_begins() {
        let page = [Start("p"), Text("a"), Start("p"), Text("b")];
        assert_eq!(outline(&page), "document(p(a) p(b))");
    }

    #[test]
    fn a_new_paragraph_closes_what_is_open_in_the_old_one() {
        let page = [Start("p"), Start("em"), Text("a"), Start("p"), Text("b")];
        assert_eq!(outline(&page), "document(p(em(a)) p(b))");
    }

    #[test]
    fn an_end_tag_closes_what_was_left_open_inside() {
        let page = [Start("div"), Start("em"), Text("a"), End("div"), Text("b")];
        assert_eq!(outline(&page), "document(div(em(a)) b)");
    }

    #[test]
    fn an_end_tag_closes_the_innermost_of_its_name() {
        let page = [Start("div"), Start("div"), End("div"), Text("a")];
        assert_eq!(outline(&page), "document(div(div a))");
    }

    #[test]
    fn an_end_tag_without_an_open_element_is_ignored() {
        let page = [
            Start("div"),
            End("em"),
            Text("a"),
            End("document"),
            Text("b"),
        ];
        assert_eq!(outline(&page), "document(div(a b))");
    }

    #[test]
    fn more_end_tags_than_elements_do_no_harm() {
        let page = [Start("div"), End("div"), End("div"), Text("a")];
        assert_eq!(outline(&page), "document(div a)");
    }
}
