// The chat widget, as npm gives it. A script of its own, after the page's: the guard stands before it.
import 'deep-chat';
