package org.demarche.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.PathBlock;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.sparql.syntax.PatternVars;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Puts values into a query's syntax tree. One value takes the variable's place; of several any will
 * do; where there is none the patterns and filters of the variable are left out, and with them a
 * choice (UNION) of which nothing remains.
 */
final class Binder {
    private final Map<Var, Node> one = new HashMap<>();
    private final Map<Var, Set<Node>> several = new HashMap<>();
    private final Set<Var> none = new HashSet<>();

    void bind(Var variable, Set<Node> values) {
        if (values.size() == 1) {
            one.put(variable, values.iterator().next());
        } else {
            several.put(variable, values);
        }
    }

    void leaveOut(Var variable) {
        none.add(variable);
    }

    Query apply(Query query) {
        Query bound = QueryTransformOps.transform(query, new WithoutAndSeveral());
        return one.isEmpty() ? bound : QueryTransformOps.replaceVars(bound, one);
    }

    private final class WithoutAndSeveral extends ElementTransformCopyBase {
        @Override
        public Element transform(ElementPathBlock block) {
            PathBlock kept = new PathBlock();
            for (TriplePath each : block.getPattern()) {
                if (none.stream().noneMatch(v -> mentions(each, v))) {
                    kept.add(each);
                }
            }
            return kept.size() == block.getPattern().size() ? block : new ElementPathBlock(kept);
        }

        @Override
        public Element transform(ElementUnion union, List<Element> branches) {
            return branches.stream().allMatch(WithoutAndSeveral::isEmpty)
                    ? new ElementGroup()
                    : super.transform(union, branches);
        }

        private static boolean isEmpty(Element element) {
            return element instanceof ElementPathBlock block
                    ? block.isEmpty()
                    : element instanceof ElementGroup group
                            && group.getElements().stream().allMatch(WithoutAndSeveral::isEmpty);
        }

        @Override
        public Element transform(ElementFilter filter, Expr changed) {
            return none.stream().anyMatch(v -> mentions(filter.getExpr(), v))
                    ? new ElementGroup()
                    : super.transform(filter, changed);
        }

        @Override
        public Element transform(ElementGroup group, List<Element> members) {
            List<Element> all = new ArrayList<>();
            several.forEach(
                    (variable, values) -> {
                        if (members.stream().anyMatch(m -> mentions(m, variable))) {
                            all.add(data(variable, values));
                        }
                    });
            all.addAll(members);
            return super.transform(group, all);
        }
    }

    private static ElementData data(Var variable, Set<Node> values) {
        ElementData data = new ElementData();
        data.add(variable);
        values.forEach(value -> data.add(BindingFactory.binding(variable, value)));
        return data;
    }

    private static boolean mentions(Element element, Var variable) {
        if (element instanceof ElementPathBlock block) {
            return block.getPattern().getList().stream().anyMatch(t -> mentions(t, variable));
        }
        return element instanceof ElementFilter filter && mentions(filter.getExpr(), variable);
    }

    private static boolean mentions(TriplePath triple, Var variable) {
        return variable.equals(triple.getSubject())
                || variable.equals(triple.getPredicate())
                || variable.equals(triple.getObject());
    }

    private static boolean mentions(Expr expr, Var variable) {
        if (expr.isVariable()) {
            return expr.asVar().equals(variable);
        }
        if (expr instanceof ExprFunctionOp exists) {
            return PatternVars.vars(exists.getElement()).contains(variable);
        }
        return expr.isFunction()
                && expr.getFunction().getArgs().stream().anyMatch(arg -> mentions(arg, variable));
    }
}
