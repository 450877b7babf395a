package org.demarche;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import org.demarche.cli.Cli;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package may use which, and which library is used where. */
class ArchitectureTest {
    private static final String ROOT = "org.demarche";

    /** In the order that data flows: a package uses only itself and those before it. */
    private static final List<String> ORDER =
            List.of(
                    "source",
                    "ontology",
                    "article",
                    "text",
                    "entity",
                    "event",
                    "graph",
                    "",
                    "explain",
                    "corpus",
                    "store",
                    "query",
                    "export",
                    "spark",
                    "server",
                    "cli");

    private static JavaClasses program;

    @BeforeAll
    static void read() {
        program =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(ROOT);
    }

    private static String name(JavaClass type) {
        String rest = type.getPackageName().substring(ROOT.length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.", -1)[0];
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        assertThat(program.stream().map(ArchitectureTest::name).distinct()).isSubsetOf(ORDER);
    }

    @Test
    void packageUsesOnlyThoseBeforeIt() {
        for (String each : ORDER) {
            List<String> later = ORDER.subList(ORDER.indexOf(each) + 1, ORDER.size());
            noClasses()
                    .that(areIn(List.of(each)))
                    .should()
                    .dependOnClassesThat(areIn(later))
                    .allowEmptyShould(true)
                    .check(program);
        }
    }

    private static DescribedPredicate<JavaClass> areIn(List<String> packages) {
        return DescribedPredicate.describe(
                "are in " + packages,
                type ->
                        (type.getPackageName().equals(ROOT)
                                        || type.getPackageName().startsWith(ROOT + "."))
                                && packages.contains(name(type)));
    }

    @ParameterizedTest
    @CsvSource({
        "opennlp.., text",
        "picocli.., cli",
        "me.tongfei.., cli",
        "org.yaml.., query",
        "org.apache.jena.., ontology graph '' corpus store query export server cli",
        "org.apache.spark.., spark cli",
        "org.apache.jena.tdb2.., store server",
        "org.apache.jena.shacl.., graph"
    })
    void libraryIsUsedOnlyWhereItBelongs(String library, String packages) {
        List<String> allowed = List.of(packages.replace("''", "").split(" ", -1));
        noClasses()
                .that(areIn(ORDER.stream().filter(p -> !allowed.contains(p)).toList()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(program);
    }

    @Test
    void onlyTheCommandLineTouchesTheStandardStreamsAndEndsTheProgram() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Cli.class)
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(program);
    }

    @Test
    void packagesAreNotNamedForWhatAnythingCouldBe() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..model..")
                .check(program);
        classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)").check(program);
    }
}
