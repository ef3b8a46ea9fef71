// Run by OmegaT itself in console mode when it has loaded a project: what its glossary window would show.
// For each segment and each match a line: MATCH <tab> segment <tab> term <tab> rendering <tab> comment.
import org.omegat.core.Core
import org.omegat.core.data.SourceTextEntry
import org.omegat.gui.glossary.FindGlossaryThread
import org.omegat.gui.glossary.GlossaryManager

// Console mode has no window whose displayed entry could have changed meanwhile.
class Search extends FindGlossaryThread {
    Search(SourceTextEntry entry, GlossaryManager manager) { super(null, entry, manager) }
    protected void checkEntryChanged() { }
    List found() { return search() }
}

if (eventType.toString() == 'LOAD') {
    def out = new PrintStream(new FileOutputStream(System.getenv('MATCHES')), true, 'UTF-8')
    def manager = new GlossaryManager(null)
    manager.priorityGlossary = new File(Core.project.projectProperties.writeableGlossary)
    new File(Core.project.projectProperties.glossaryRoot).eachFile { file ->
        def entries = manager.loadGlossaryFile(file)
        out.println("READ\t${file.name}\t${entries == null ? 'not a glossary' : entries.size()}")
        if (entries != null) { manager.glossaries.put(file.path, entries) }
    }
    Core.project.allEntries.each { entry ->
        new Search(entry, manager).found().each { match ->
            // OmegaT joins the renderings of one term, as its window shows them.
            def comment = match.commentText.replace('\n', ' / ')
            out.println("MATCH\t${entry.srcText}\t${match.srcText}\t${match.locText}\t${comment}")
        }
    }
    out.close()
}
